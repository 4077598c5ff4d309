package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.BreakEven;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.page.Answer.Fact;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What moving from what runs now saves, or costs.
 *
 * @param figures the same for an hour, a day, a month
 * @param changes what else is different there, and when always-on would cost the same
 */
record Saving(boolean saves, String sentence, List<Fact> figures, List<String> changes) {

  static Saving of(PageTexts words, Recommendation recommendation, Migration migration) {
    boolean saves = migration.saves();
    Message sentence =
        Message.of(saves ? "page.saves" : "page.costs_more")
            .message("from", migration.from().label())
            .usd("price", migration.from().usdPerHour())
            .word("to", Wording.worker(migration.to().worker()))
            .percent("percent", migration.percent().abs());
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    BigDecimal month = migration.usdPerMonth().abs();
    return new Saving(
        saves,
        words.of(sentence),
        List.of(
            Fact.of(words, "page.an_hour", words.usd(migration.usdPerHour().abs())),
            Fact.of(words, "page.a_day", words.usd(migration.usdPerDay().abs())),
            new Fact(
                words.of(Message.of("page.a_month").number("hours", hours.stripTrailingZeros())),
                words.usd(Wording.cents(month)))),
        changes(words, recommendation, migration));
  }

  private static List<String> changes(
      PageTexts words, Recommendation recommendation, Migration migration) {
    Stream<Message> changes = migration.changes().stream().map(Note::text);
    Stream<Message> breakEven = recommendation.breakEven().stream().map(BreakEven::text);
    return Stream.concat(changes, breakEven).map(words::of).toList();
  }
}
