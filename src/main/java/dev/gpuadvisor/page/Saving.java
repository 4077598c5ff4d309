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
 * @param figures of an hour, a day and a month where these tell the same, else the two bills
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
    return new Saving(
        saves,
        words.of(sentence),
        migration.saving().isTheSameEveryHour()
            ? everyHour(words, migration)
            : bills(words, migration),
        changes(words, recommendation, migration));
  }

  private static List<Fact> everyHour(PageTexts words, Migration migration) {
    BigDecimal hours = Wording.hours(migration.saving().to());
    BigDecimal month = Wording.cents(migration.usdPerMonth().abs());
    return List.of(
        Fact.of(words, Msg.Page.anHour(), words.usd(migration.usdPerHour().abs())),
        Fact.of(words, Msg.Page.aDay(), words.usd(migration.usdPerDay().abs())),
        new Fact(words.of(Msg.Page.aMonth(hours.stripTrailingZeros())), words.usd(month)));
  }

  private static List<Fact> bills(PageTexts words, Migration migration) {
    Message difference = migration.saves() ? Msg.Page.monthLess() : Msg.Page.monthMore();
    return List.of(
        Fact.of(words, Msg.Page.monthNow(), words.of(Wording.month(migration.saving().from()))),
        Fact.of(words, Msg.Page.monthThen(), words.of(Wording.month(migration.saving().to()))),
        Fact.of(words, difference, words.usd(Wording.cents(migration.usdPerMonth().abs()))));
  }

  private static List<String> changes(
      PageTexts words, Recommendation recommendation, Migration migration) {
    Stream<Message> changes = migration.changes().stream().map(Note::text);
    Stream<Message> breakEven = recommendation.breakEven().stream().map(BreakEven::text);
    return Stream.concat(changes, breakEven).map(words::of).toList();
  }
}
