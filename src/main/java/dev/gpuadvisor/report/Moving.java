package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.report.DocumentBlock.Point;
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
        .recommendation()
        .migration()
        .ifPresentOrElse(
            migration -> blocks.addAll(facts(migration)),
            () -> blocks.add(report.paragraph(report.write(nothing()))));
    report
        .recommendation()
        .breakEven()
        .map(each -> new DocumentBlock.Paragraph(report.point(Msg.Report.breakEven(), each.text())))
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

  private List<DocumentBlock> facts(Migration migration) {
    Current from = migration.from();
    boolean stays = from.name().filter(migration.to().worker().label()::equals).isPresent();
    if (stays && migration.usdPerMonth().signum() == 0) {
      Message stay = Msg.Report.migrationStay(from.label());
      return List.of(report.paragraph(report.write(stay)));
    }
    return List.of(
        new DocumentBlock.Facts(costs(migration)),
        report.heading(Msg.Report.migrationChanges()),
        new DocumentBlock.Bullets(
            migration.changes().stream().map(Note::text).map(report::plain).toList()));
  }

  private List<Point> costs(Migration migration) {
    Message now =
        Msg.Report.migrationOffer(
            Wording.perHour(new Price(migration.from().usdPerHour())), migration.from().label());
    Message then =
        Msg.Report.migrationOfferWithFormat(
            Wording.format(migration.to().quantization()),
            Wording.perHour(migration.to().price()),
            migration.to().worker().label());
    boolean saves = migration.saves();
    return List.of(
        report.point(Msg.Report.migrationNow(), now),
        report.point(Msg.Report.migrationThen(), then),
        report.point(
            saves ? Msg.Report.migrationSaving() : Msg.Report.migrationExtra(),
            amounts(migration)));
  }

  /** A month of 30 days, as people count, besides the one that prices are given for. */
  private Message amounts(Migration migration) {
    BigDecimal percent = migration.percent().abs();
    if (!migration.saving().isTheSameEveryHour()) {
      return Msg.Report.migrationAmountsOfBills(Wording.bills(migration), percent);
    }
    BigDecimal hours = Wording.hours(migration.saving().to());
    boolean always = hours.compareTo(Usage.HOURS_OF_A_MONTH) == 0;
    BigDecimal perDay = migration.usdPerDay().abs();
    BigDecimal perHour = migration.usdPerHour().abs();
    BigDecimal perMonth = Wording.cents(migration.usdPerMonth().abs());
    BigDecimal plain = hours.stripTrailingZeros();
    return always
        ? Msg.Report.migrationAmountsAlways(
            perDay, Wording.cents(perDay.multiply(DAYS)), perHour, plain, perMonth, percent)
        : Msg.Report.migrationAmounts(perDay, perHour, plain, perMonth, percent);
  }
}
