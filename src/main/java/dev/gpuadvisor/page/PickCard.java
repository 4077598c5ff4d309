package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.page.Answer.Fact;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.memory.VllmFitting;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/**
 * The recommended offer.
 *
 * @param sold what it is, and whose
 * @param speed null where none is estimated
 */
record PickCard(
    String offer,
    String sold,
    String hour,
    String month,
    String reason,
    String speed,
    MemoryBar memory,
    List<Fact> facts) {

  static PickCard of(PageTexts words, PickStory pick) {
    boolean tuning = pick.story().question().task() instanceof Tuning;
    return new PickCard(
        pick.offer(),
        words.of(pick.sold()),
        words.of(pick.perHour()),
        words.of(pick.perMonth()),
        words.of(pick.reason()),
        pick.speed().map(words::of).orElse(null),
        MemoryBar.of(words, pick.memory()),
        facts(words, pick, tuning));
  }

  private static List<Fact> facts(PageTexts words, PickStory pick, boolean tuning) {
    Assessment assessment = pick.assessment();
    Fitting fitting = assessment.fitting();
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                Fact.of(words, Msg.Page.factFormat(), pick.format()),
                Fact.of(words, Msg.Page.factSupply(), Reasons.supply(assessment.offer().supply())),
                Fact.of(
                    words,
                    tuning ? Msg.Page.factLength() : Msg.Page.factContext(),
                    words.count(fitting.largestContext())),
                Fact.of(
                    words,
                    tuning ? Msg.Page.factBatch() : Msg.Page.factUsers(),
                    words.count(fitting.largestConcurrency()))));
    fitting.vllm().map(vllm -> usual(words, vllm)).ifPresent(facts::add);
    pick.history().ifPresent(moved -> facts.add(Fact.of(words, Msg.History.head(), moved)));
    return facts;
  }

  private static Fact usual(PageTexts words, VllmFitting vllm) {
    return Fact.of(
        words,
        Msg.Page.factUsual(vllm.usual().promptTokens(), vllm.usual().outputTokens()),
        words.count(vllm.typicalConcurrency()));
  }
}
