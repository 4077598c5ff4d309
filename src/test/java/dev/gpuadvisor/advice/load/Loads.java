package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.question.Questions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** How the tests ask what carries a load. */
public final class Loads {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private Loads() {}

  /** A prompt of 1,024 tokens and an answer of 256, in 16 bit. */
  static Map<String, String> llama() {
    return Map.of(
        "model", "llama-3.1-8b",
        "quantization", "16bit",
        "input_tokens", "1024",
        "output_tokens", "256");
  }

  static Recommendation recommend(Map<String, String> first, Map<String, String> then) {
    Arguments arguments = new Arguments();
    first.forEach(arguments::add);
    then.forEach(arguments::add);
    return Advisor.recommend(QUESTIONS.recommendation().read(arguments).question(), DAY);
  }

  static Optional<Assessment> of(Recommendation recommendation, String offer) {
    return recommendation.assessments().stream()
        .filter(each -> each.offer().id().equals(offer))
        .findFirst();
  }

  static Plan plan(Recommendation recommendation, String offer) {
    return of(recommendation, offer).flatMap(Assessment::plan).orElseThrow();
  }

  /** What a question of an 8B says of its load. */
  static Load load(String query) {
    Arguments arguments = new Arguments().add("model", "llama-3.1-8b");
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both[1]);
    }
    return QUESTIONS.recommendation().read(arguments).question().load().orElseThrow();
  }

  /** Workers that take four requests at a time, for two seconds each. */
  static Plan plan(String query, String usdPerHour, boolean scales) {
    Load load = load(query + "&seconds_per_request=2&concurrency=4&latency=batch");
    return Plan.of(
        new WorkerLoad(load, Optional.empty(), Optional.empty(), 2),
        new Price(new BigDecimal(usdPerHour)),
        new Terms(Billing.PER_SECOND, scales));
  }
}
