package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.text.Message;
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
        .map(each -> new DocumentBlock.Paragraph(report.point("break_even", each.text())))
        .ifPresent(blocks::add);
    return blocks;
  }

  private Message nothing() {
    return report
        .question()
        .current()
        .map(current -> Message.of("report.migration.none").message("current", current.label()))
        .orElse(Message.of("report.migration.ask"));
  }

  private List<DocumentBlock> facts(Migration migration) {
    Current from = migration.from();
    boolean stays = from.name().filter(migration.to().worker().label()::equals).isPresent();
    if (stays && migration.usdPerHour().signum() == 0) {
      Message stay = Message.of("report.migration.stay").message("current", from.label());
      return List.of(report.paragraph(report.write(stay)));
    }
    return List.of(
        new DocumentBlock.Facts(costs(migration)),
        report.heading("migration.changes"),
        new DocumentBlock.Bullets(
            migration.changes().stream().map(Note::text).map(report::plain).toList()));
  }

  private List<Point> costs(Migration migration) {
    Message now =
        Message.of("report.migration.offer")
            .message("offer", migration.from().label())
            .message("hour", Wording.perHour(new Price(migration.from().usdPerHour())));
    Message then =
        Message.of("report.migration.offer_with_format")
            .word("offer", migration.to().worker().label())
            .word("format", Wording.format(migration.to().quantization()))
            .message("hour", Wording.perHour(migration.to().price()));
    boolean saves = migration.saves();
    return List.of(
        report.point("migration.now", now),
        report.point("migration.then", then),
        report.point(saves ? "migration.saving" : "migration.extra", amounts(migration)));
  }

  /** A month of 30 days, as people count, besides the one that prices are given for. */
  private Message amounts(Migration migration) {
    BigDecimal hours = report.question().constraints().hoursPerMonth();
    boolean always = hours.compareTo(Price.HOURS_PER_MONTH) == 0;
    BigDecimal perDay = migration.usdPerDay().abs();
    Message amounts =
        Message.of(always ? "report.migration.amounts_always" : "report.migration.amounts")
            .percent("percent", migration.percent().abs())
            .usd("hour", migration.usdPerHour().abs())
            .usd("day", perDay)
            .usd("month", Wording.cents(migration.usdPerMonth().abs()))
            .number("hours", hours.stripTrailingZeros());
    return always ? amounts.usd("days30", Wording.cents(perDay.multiply(DAYS))) : amounts;
  }
}
