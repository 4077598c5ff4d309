package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Memory, part by part, and how it lies on a card. */
record EstimateView(Page page, Figures figures) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Map<String, Message> PARTS = parts();

  /** What runtimes print in words of their own is shown in them. */
  private static final List<String> IN_THEIR_WORDS =
      List.of("capacity", "vllm", "llama_cpp", "training");

  private static Map<String, Message> parts() {
    Map<String, Message> parts = new LinkedHashMap<>();
    parts.put("weights_gib", Msg.Memory.partWeights());
    parts.put("kv_cache_gib", Msg.Memory.partKvCache());
    parts.put("adapters_gib", Msg.Memory.partAdapters());
    parts.put("gradients_gib", Msg.Cli.partGradients());
    parts.put("optimizer_gib", Msg.Cli.partOptimizer());
    parts.put("activations_gib", Msg.Memory.partActivations());
    parts.put("cuda_context_gib", Msg.Memory.partCudaContext());
    parts.put("required_gib", Msg.Report.headRequired());
    return parts;
  }

  /** How full it gets: the estimate on a card has no figure of its own for it. */
  static BigDecimal percent(Node on) {
    BigDecimal usable = on.at("usable_gib").decimal();
    return usable.signum() == 0
        ? BigDecimal.ZERO
        : on.at("required_gib").decimal().multiply(HUNDRED).divide(usable, 1, RoundingMode.HALF_UP);
  }

  void show(Node answer) {
    RecommendationView words = new RecommendationView(page, figures);
    Node memory = answer.at("memory");
    page.heading(
        answer.at("workload.model").text()
            + " · "
            + figures.format(memory)
            + " · "
            + figures.gib(memory.at("required_gib")));
    page.text(words.load(answer));
    page.blank();
    page.facts(parts(memory));
    if (answer.at("card").isPresent()) {
      showCard(answer, words);
    }
    IN_THEIR_WORDS.stream()
        .filter(name -> answer.at(name).isPresent())
        .forEach(
            name -> {
              page.heading(name);
              page.facts(FactsView.flat(answer.at(name)));
            });
    new NotesView(page).show(answer);
  }

  private Map<String, String> parts(Node memory) {
    Map<String, String> facts = new LinkedHashMap<>();
    PARTS.forEach(
        (name, label) -> {
          Node part = memory.at(name);
          if (part.decimal().signum() > 0) {
            facts.put(page.write(label), figures.gib(part));
          }
        });
    return facts;
  }

  private void showCard(Node answer, RecommendationView words) {
    String gpus = answer.at("gpus").whole() > 1 ? answer.at("gpus").text() + " x " : "";
    page.heading(
        page.write(Msg.Cli.said(gpus + answer.at("card").text(), figures.fit(answer.at("fit")))));
    String reason = answer.at("reason").text();
    if (!reason.isEmpty()) {
      page.text(reason);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(page.write(Msg.Answer.headMemory()), words.memory(answer));
    facts.put(page.write(Msg.Cli.speed()), words.speed(answer));
    if (AssessmentsTable.fits(answer)) {
      facts.put(page.write(Msg.Page.factContext()), figures.count(answer.at("largest_context")));
      facts.put(page.write(Msg.Page.factUsers()), figures.count(answer.at("largest_concurrency")));
      facts.put(
          page.write(Msg.Page.factLength()), figures.count(answer.at("largest_sequence_length")));
      facts.put(page.write(Msg.Page.factBatch()), figures.count(answer.at("largest_batch")));
    }
    facts.values().removeIf(String::isEmpty);
    page.facts(facts);
  }
}
