package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vLLM does with the experts of a mixture: cut, whole, or unpacked. */
class VllmExpertsTest {

  private static final Tokens TOKENS = new Tokens(8192, 2048, 1);

  /** bitsandbytes unpacks all eight experts of a layer of Mixtral: 3 x 4,096 x 14,336 each. */
  @Test
  void expertsAreUnpackedTogether() {
    VllmMemory nf4 = memory("mixtral-8x7b", "nf4");
    VllmMemory sixteen = memory("mixtral-8x7b", "bf16");

    long unpacked = 8L * 3 * 4096 * 14_336 * 2;
    assertTrue(nf4.activationPeak() >= unpacked, "" + nf4.activationPeak());
    assertTrue(nf4.activationPeak() <= unpacked + sixteen.activationPeak());
  }

  private static VllmMemory memory(String model, String format) {
    Workload workload = on("vllm", model);
    MemoryEstimate estimate = workload.estimate(format(format));
    return Fitting.of(workload, format(format), estimate, cards(1, "B200"))
        .vllm()
        .orElseThrow()
        .memory();
  }

  /** MiniMax M2 has experts of 1,536 columns in blocks of 128 (vLLM's issue 17569). */
  @ParameterizedTest
  @CsvSource({
    "tp4, 4, true",
    "tp8, 8, false",
    "tp8ep8, 8, true",
    "auto, 8, true",
    "tp4pp2, 8, true"
  })
  void blocksOfExpertsAreNotCut(String parallel, int gpus, boolean possible) {
    Workload workload = on("vllm", "minimax-m2");
    RuntimeSettings asked =
        workload.settings().withParallel(Parallel.parse(parallel).orElseThrow());
    MemoryEstimate estimate = workload.estimate(format("fp8"));
    Fitting fitting =
        Fitting.of(workload.with(asked), format("fp8"), estimate, cards(gpus, "B200"));

    assertEquals(
        possible ? Optional.empty() : Optional.of(new Obstacle.CannotCutExperts(gpus, "tp8ep8")),
        fitting.obstacle());
  }

  private static Workload on(String runtime, String model) {
    return Workloads.on(runtime, model, TOKENS);
  }
}
