package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.FormatSupport.How;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Obstacle;
import dev.gpuadvisor.sizing.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All cells of the table runtime x format x compute capability, as a question is answered. */
class FormatsOfRuntimesTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();

  /** A mixture, so that formats of experts apply. */
  private static final String MODEL = "gpt-oss-20b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transformers",
        "transformers-4.40",
        "vllm",
        "vllm-0.11",
        "vllm-0.6",
        "vllm-0.1",
        "llama.cpp",
        "llama.cpp-b1",
        "ollama"
      })
  void whatTheTableSaysIsWhatIsAnswered(String name) {
    RuntimeProfile runtime = CATALOG.runtimes().find(name).orElseThrow();
    for (Quantization format : CATALOG.quantizations().all()) {
      boolean advised =
          runtime.formats().values().stream().anyMatch(family -> family.contains(format));
      boolean loads = advised || runtime.besides().contains(format);
      Optional<Workload> workload = workload(runtime, format);

      assertEquals(loads || format.id().equals("int8"), workload.isPresent(), name + format.id());
      if (loads) {
        CATALOG.cards().all().forEach(card -> assertCell(workload.get(), format, card));
      }
    }
  }

  private static void assertCell(Workload workload, Quantization format, Card card) {
    Optional<How> how = workload.runtime().support().on(card, format);
    Hardware hardware = new Hardware(List.of(card), 1);
    Fitting fitting = Fitting.of(workload, format, workload.estimate(format), hardware);
    boolean refused = fitting.obstacle().filter(Obstacle.LacksFormat.class::isInstance).isPresent();

    assertEquals(how.isEmpty(), refused, workload.runtime().id() + format.id() + card.id());
  }

  private static Optional<Workload> workload(RuntimeProfile runtime, Quantization format) {
    String query = "model=" + MODEL + "&runtime=" + runtime.id() + "&quantization=" + format.id();
    try {
      return Optional.of(Asking.workload(query));
    } catch (ProblemException refused) {
      return Optional.empty();
    }
  }
}
