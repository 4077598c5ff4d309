package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.sizing.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start-up log is asked about, and what the caller adds to it. */
class LogQuestionTest {

  private static final String VLLM =
      """
      INFO [api_server.py:1] vLLM API server version 0.11.0
      INFO non-default args: {'model': 'Qwen/Qwen2.5-14B-Instruct', 'max_model_len': 16384}
      INFO Available KV cache memory: 8.20 GiB
      """;

  /** A log that names no model. */
  private static final String NAMELESS = "INFO Available KV cache memory: 8.20 GiB\n";

  private static LogQuestion read(String log, String query) {
    Arguments arguments = Asking.arguments(query).add("log", log);
    return Asking.QUESTIONS.log().read(arguments).question();
  }

  private static Workload workload(LogQuestion question) {
    return (Workload) question.asked().task();
  }

  @Test
  void settingsOfTheLogAreWhatIsAskedFor() {
    LogQuestion question = read(VLLM, "");
    Workload workload = workload(question);

    assertEquals("qwen2.5-14b-instruct", workload.model().id());
    assertEquals("vllm-0.11", workload.runtime().id());
    assertEquals(16_384, workload.tokens().context());
    assertEquals(1, question.gpus());
    assertEquals(1, question.asked().constraints().maxGpus());
    assertEquals("bf16", question.asked().quantizations().get(0).format().id());
  }

  @Test
  void theModelOfANamelessLogIsTheCallers() {
    Workload workload = workload(read(NAMELESS, "model=llama-3.1-8b"));

    assertEquals("llama-3.1-8b-instruct", workload.model().id());
    assertEquals(List.of("model: fault.missing"), faults(NAMELESS, ""));
  }

  @Test
  void theCallerKnowsBetterThanTheLog() {
    assertEquals("llama-3.1-8b-instruct", workload(read(VLLM, "model=llama-3.1-8b")).model().id());
    assertEquals(4, read(VLLM, "gpus=4").gpus());
  }

  /** What the log says of formats goes before what the model is published in. */
  @ParameterizedTest
  @CsvSource({"fp8, fp8", "awq_marlin, awq", "gptq_marlin, gptq-int4", "None, bf16"})
  void theFormatIsTheLogs(String quantization, String format) {
    LogQuestion question =
        read("INFO config: quantization=" + quantization + ", dtype=auto\n" + VLLM, "");

    assertEquals(format, question.asked().quantizations().get(0).format().id());
  }

  @Test
  void severalGpusMayBeTaken() {
    LogQuestion question = read("INFO config: tensor_parallel_size=2, dtype=auto\n" + VLLM, "");

    assertEquals(2, question.gpus());
    assertEquals(2, question.asked().constraints().maxGpus());
  }

  /** Two parallel settings of 16 and more; nothing is said against a caller who said nothing. */
  @ParameterizedTest
  @CsvSource({"32, 1", "16, 2", "8, 4"})
  void ofMoreGpusThanAreLookedAtAsManyAsCanBeAreTaken(int tensor, int stages) {
    String config =
        "INFO config: tensor_parallel_size=%d, pipeline_parallel_size=%d, dtype=auto\n"
            .formatted(tensor, stages);

    LogQuestion question = read(config + VLLM, "");

    assertEquals(32, question.gpus());
    assertEquals(16, question.asked().constraints().maxGpus());
  }

  /**
   * What CUDA calls the total of each: an L4 has 22.04 GiB, an H100 79.18, an A100 79.25. Nothing
   * of the catalogue has 60.
   */
  @ParameterizedTest
  @CsvSource({
    "22.04, L4",
    "79.18, H100_SXM",
    "79.25, A100_PCIE_80",
    "60.00, none",
    "400, none",
  })
  void aCardIsKnownByItsTotal(double gib, String card) {
    LogQuestion question = read("INFO total_gpu_memory=" + gib + "GiB\n" + VLLM, "");

    assertEquals(card, question.card().map(Card::id).orElse("none"));
  }

  @Test
  void aCardThatIsNamedNeedsNoTotal() {
    String total = "INFO total_gpu_memory=22.04GiB\n" + VLLM;

    assertEquals("A10G", read(total, "card=A10G").card().orElseThrow().id());
    assertEquals("A10G", read(VLLM, "card=A10G").card().orElseThrow().id());
    assertEquals("none", read(VLLM, "").card().map(Card::id).orElse("none"));
  }

  @Test
  void whatIsNoLog() {
    assertEquals(List.of("log: fault.no_log"), faults("It was a dark and stormy night.", ""));
  }

  private static List<String> faults(String log, String query) {
    return assertThrows(ProblemException.class, () -> read(log, query)).problem().faults().stream()
        .map((Fault fault) -> Asking.shown(fault))
        .toList();
  }
}
