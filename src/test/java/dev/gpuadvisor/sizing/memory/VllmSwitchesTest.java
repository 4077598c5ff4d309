package dev.gpuadvisor.sizing.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What switches of the command line change in a server's memory, and what they leave. */
class VllmSwitchesTest {

  private static final double GIB = 1L << 30;

  private static VllmMemory memory(Workload workload, String format, String card) {
    return new VllmServer(workload, format, card).fitting().memory();
  }

  private static Workload asked(String runtime, String model, int length, Optional<Boolean> keeps) {
    RuntimeSettings usual = RuntimeSettings.DEFAULT;
    RuntimeSettings settings =
        new RuntimeSettings(
            OptionalDouble.of(0.9),
            usual.maxNumSeqs(),
            usual.maxNumBatchedTokens(),
            usual.parallel(),
            false,
            false,
            keeps,
            LlamaCppSettings.DEFAULT,
            Optional.empty(),
            0);
    return Workloads.on(runtime, model, new Tokens(length, 1, 1)).with(settings);
  }

  /** The tower's weights are not loaded from 0.15 on; its largest image is tried out nowhere. */
  @ParameterizedTest
  @CsvSource({
    "vllm, qwen2.5-vl-7b, 1.26",
    "vllm-0.17, qwen2.5-vl-7b, 1.26",
    "vllm-0.11, qwen2.5-vl-7b, 0",
    "vllm, qwen3-vl-8b-instruct, 1.07",
    "vllm, gemma-3-27b-it, 0.79",
    "vllm, llama-3.1-8b, 0",
  })
  void textAloneNeedsNoTower(String runtime, String model, double tower) {
    Workload all = asked(runtime, model, 16_384, Optional.empty());
    Workload text = all.with(all.settings().withTextOnly());
    VllmMemory sees = memory(all, "bf16", "H100_SXM");
    VllmMemory reads = memory(text, "bf16", "H100_SXM");
    boolean hasTower = all.model().visionParameters() > 0;

    assertEquals(tower, (sees.weights() - reads.weights()) / GIB, 0.01);
    assertTrue(reads.activationPeak() <= sees.activationPeak());
    assertEquals(hasTower, reads.cache() > sees.cache());
    assertEquals(sees.bytesPerToken(), reads.bytesPerToken());
  }

  /** An article on Gemma 4 E2B that reads text alone (0.21.0, L4): 8.89 and 9.92 GiB, 129.66. */
  @Test
  void aStartWithTextAlone() {
    Workload asked = asked("vllm-0.21.0", "gemma-4-e2b-it", 8192, Optional.empty());
    Workload text = asked.with(asked.settings().withTextOnly().withoutGraphs());
    VllmMemory memory = memory(text, "bf16", "L4");

    assertEquals(8.89, memory.weights() / GIB, 0.06);
    assertEquals(9.92, memory.cache() / GIB, 0.2);
    assertEquals(129.66, memory.maxConcurrency(), 0.03 * 129.66);
  }

  /**
   * Of Qwen3.5-9B one layer in four keeps tokens, 528 to a block, and the others a state of a block
   * or two: 8,192 tokens take 16 blocks and three or six more.
   */
  @ParameterizedTest
  @CsvSource({
    "vllm-0.19, , 19",
    "vllm-0.19, true, 22",
    "vllm-0.22, false, 19",
    "vllm-0.26, , 22",
    "vllm-0.26, false, 19",
  })
  void prefixesTakeASecondBlockOfState(String runtime, Boolean keeps, int blocks) {
    Workload asked = asked(runtime, "qwen3.5-9b", 8192, Optional.ofNullable(keeps));
    VllmMemory memory = memory(asked, "bf16", "L40S");

    assertEquals(blocks, memory.blocks() / memory.maxConcurrency(), 0.01);
  }

  /** Where no layer has a state, prefixes lie in the blocks that there are. */
  @Test
  void prefixesTakeNothingElsewhere() {
    Workload asked = asked("vllm", "llama-3.1-8b", 8192, Optional.empty());
    Workload without = asked("vllm", "llama-3.1-8b", 8192, Optional.of(false));

    assertEquals(
        memory(asked, "bf16", "L4").maxConcurrency(),
        memory(without, "bf16", "L4").maxConcurrency());
  }
}
