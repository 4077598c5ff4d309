package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Price;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.report.Block.Point;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** From what runs now to what is recommended. */
record Moving(Report report) {

  private static final BigDecimal DAYS = BigDecimal.valueOf(30);

  List<Block> blocks() {
    return report
        .recommendation()
        .migration()
        .map(this::facts)
        .orElseGet(() -> List.of(report.paragraph(report.write(nothing()))));
  }

  private Message nothing() {
    return report
        .question()
        .current()
        .map(current -> Message.of("report.migration.none").word("current", current.name()))
        .orElse(Message.of("report.migration.ask"));
  }

  private List<Block> facts(Migration migration) {
    Question.Current from = migration.from();
    boolean stays = from.name().equals(migration.to().worker().label());
    if (stays && migration.usdPerHour().signum() == 0) {
      Message stay = Message.of("report.migration.stay").word("current", from.name());
      return List.of(report.paragraph(report.write(stay)));
    }
    List<Point> facts = new ArrayList<>();
    Message now =
        Message.of("report.migration.offer")
            .word("offer", from.name())
            .message("hour", Message.of("price.hour").usd("hour", from.usdPerHour()));
    Message then =
        Message.of("report.migration.offer_with_format")
            .word("offer", migration.to().worker().label())
            .word("format", Wording.format(migration.to().quantization()))
            .message("hour", Wording.perHour(migration.to().price()));
    boolean saves = migration.usdPerHour().signum() >= 0;
    facts.add(report.point("migration.now", now));
    facts.add(report.point("migration.then", then));
    facts.add(report.point(saves ? "migration.saving" : "migration.extra", amounts(migration)));
    return List.of(new Block.Facts(facts));
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
