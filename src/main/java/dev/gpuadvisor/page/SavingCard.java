package dev.gpuadvisor.page;

import dev.gpuadvisor.page.Answer.Fact;
import dev.gpuadvisor.story.SavingStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.stream.Stream;

/**
 * What moving from what runs now saves, or costs.
 *
 * @param figures per hour, day and month where these agree, else the two bills of a month or a run
 * @param changes what else is different there, and when always-on would cost the same
 */
record SavingCard(boolean saves, String sentence, List<Fact> figures, List<String> changes) {

  static SavingCard of(PageTexts words, Story story, SavingStory saving) {
    return new SavingCard(
        saving.saves(),
        words.of(Msg.Page.sentence(saving.sentence())),
        saving.isTheSameEveryHour() ? everyHour(words, saving) : bills(words, saving),
        Stream.concat(saving.changes().stream(), story.breakEven().stream())
            .map(words::of)
            .toList());
  }

  private static List<Fact> everyHour(PageTexts words, SavingStory saving) {
    return List.of(
        Fact.of(words, Msg.Page.anHour(), words.usd(saving.perHour())),
        Fact.of(words, Msg.Page.aDay(), words.usd(saving.perDay())),
        new Fact(
            words.of(Msg.Page.aMonth(saving.hours().stripTrailingZeros())),
            words.usd(saving.usd())));
  }

  private static List<Fact> bills(PageTexts words, SavingStory saving) {
    Message difference = saving.saves() ? Msg.Page.monthLess() : Msg.Page.monthMore();
    return List.of(
        Fact.of(
            words,
            saving.isOfRun() ? Msg.Page.runNow() : Msg.Page.monthNow(),
            words.of(saving.billNow())),
        Fact.of(
            words,
            saving.isOfRun() ? Msg.Page.runThen() : Msg.Page.monthThen(),
            words.of(saving.billThen())),
        Fact.of(words, difference, words.usd(saving.usd())));
  }
}
