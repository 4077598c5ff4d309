package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.BreakEven;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.page.Answer.Fact;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
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
        saves
            ? Msg.Page.saves(
                migration.from().label(),
                migration.percent().abs(),
                migration.from().usdPerHour(),
                Wording.worker(migration.to().worker()))
            : Msg.Page.costsMore(
                migration.from().label(),
                migration.percent().abs(),
                migration.from().usdPerHour(),
                Wording.worker(migration.to().worker()));
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    BigDecimal month = migration.usdPerMonth().abs();
    return new Saving(
        saves,
        words.of(sentence),
        List.of(
            Fact.of(words, Msg.Page.anHour(), words.usd(migration.usdPerHour().abs())),
            Fact.of(words, Msg.Page.aDay(), words.usd(migration.usdPerDay().abs())),
            new Fact(
                words.of(Msg.Page.aMonth(hours.stripTrailingZeros())),
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
