package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.story.SavingStory;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** From what runs now to what is recommended. */
record Moving(Report report) {

  private static final BigDecimal DAYS = BigDecimal.valueOf(30);

  List<DocumentBlock> blocks() {
    List<DocumentBlock> blocks = new ArrayList<>();
    report
        .story()
        .saving()
        .ifPresentOrElse(
            saving -> blocks.addAll(facts(saving)),
            () -> blocks.add(report.paragraph(report.write(nothing()))));
    report
        .story()
        .breakEven()
        .map(each -> new DocumentBlock.Paragraph(report.point(Msg.Report.breakEven(), each)))
        .ifPresent(blocks::add);
    return blocks;
  }

  private Message nothing() {
    return report
        .question()
        .current()
        .map(current -> Msg.Report.migrationNone(current.label()))
        .orElse(Msg.Report.migrationAsk());
  }

  private List<DocumentBlock> facts(SavingStory saving) {
    Migration migration = saving.migration();
    Current from = migration.from();
    boolean stays = from.name().filter(migration.to().worker().label()::equals).isPresent();
    if (stays && migration.usd().signum() == 0) {
      Message stay = Msg.Report.migrationStay(from.label());
      return List.of(report.paragraph(report.write(stay)));
    }
    return List.of(
        new DocumentBlock.Facts(costs(saving)),
        report.heading(Msg.Report.migrationChanges()),
        new DocumentBlock.Bullets(saving.changes().stream().map(report::plain).toList()));
  }

  private List<Point> costs(SavingStory saving) {
    Migration migration = saving.migration();
    Message now =
        Msg.Report.migrationOffer(
            Wording.perHour(new Price(migration.from().usdPerHour())), migration.from().label());
    Message then =
        Msg.Report.migrationOfferWithFormat(
            Wording.format(migration.to().quantization()),
            Wording.perHour(migration.to()),
            Wording.workers(migration.to()));
    return List.of(
        report.point(Msg.Report.migrationNow(), now),
        report.point(Msg.Report.migrationThen(), then),
        report.point(
            saving.saves() ? Msg.Report.migrationSaving() : Msg.Report.migrationExtra(),
            amounts(saving)));
  }

  /** A month of 30 days, as people count, besides the one that prices are given for. */
  private Message amounts(SavingStory saving) {
    if (saving.isFromNothing()) {
      return saving.amounts();
    }
    BigDecimal percent = saving.migration().percent().abs();
    if (!saving.isTheSameEveryHour()) {
      return Msg.Report.migrationAmountsOfBills(saving.amounts(), percent);
    }
    boolean always = saving.hours().compareTo(Usage.HOURS_OF_A_MONTH) == 0;
    BigDecimal hours = saving.hours().stripTrailingZeros();
    return always
        ? Msg.Report.migrationAmountsAlways(
            saving.perDay(),
            Price.cents(saving.perDay().multiply(DAYS)),
            saving.perHour(),
            hours,
            saving.usd(),
            percent)
        : Msg.Report.migrationAmounts(
            saving.perDay(), saving.perHour(), hours, saving.usd(), percent);
  }
}
