package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.advice.Worker;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.page.Answer.Fact;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.stream.Collectors;

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

  static PickCard of(PageTexts words, Recommendation recommendation, Picks.Pick pick) {
    Assessment assessment = pick.assessment();
    Question question = recommendation.question();
    return new PickCard(
        Wording.worker(assessment.worker()),
        sold(words, assessment.worker()),
        words.of(Wording.perHour(assessment.price())),
        words.of(Wording.perMonth(assessment.bill())),
        words.of(pick.reason()),
        Wording.speed(assessment).map(words::of).orElse(null),
        MemoryBar.of(words, recommendation, assessment),
        facts(words, assessment, question.task() instanceof Tuning));
  }

  /** {@code RunPod Serverless · 24 GB · L4 / RTX A5000}: a pool has any of these cards. */
  static String sold(PageTexts words, Worker worker) {
    String cards =
        worker.offer().cards().stream().map(Card::name).collect(Collectors.joining(" / "));
    return words.of(
        Msg.Page.sold(
            worker.gpus() == 1 ? cards : worker.gpus() + "× " + cards,
            worker.nominalGb(),
            provider(worker)));
  }

  static String provider(Worker worker) {
    String provider = worker.offer().provider();
    return BundledCatalog.catalog().priceLists().find(provider).orElseThrow().name();
  }

  private static List<Fact> facts(PageTexts words, Assessment assessment, boolean tuning) {
    Fitting fitting = assessment.fitting();
    return List.of(
        Fact.of(words, Msg.Page.factFormat(), Wording.format(assessment.quantization())),
        Fact.of(words, Msg.Page.factSupply(), Reasons.supply(assessment.offer().supply())),
        Fact.of(
            words,
            tuning ? Msg.Page.factLength() : Msg.Page.factContext(),
            words.count(fitting.largestContext())),
        Fact.of(
            words,
            tuning ? Msg.Page.factBatch() : Msg.Page.factUsers(),
            words.count(fitting.largestConcurrency())));
  }
}
