package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which GPU of a server decides, and what formats, adapters and states ask of it. */
class VllmStagesTest {

  private static final long MIB = 1L << 20;
  private static final RuntimeSettings USUAL = RuntimeSettings.DEFAULT;

  private static VllmSizing sizing(Workload workload, String format, String card, String on) {
    return new VllmSizing(
        workload,
        format(format),
        MemoryEstimate.of(workload, format(format)),
        CATALOG.cards().find(card).orElseThrow(),
        Parallel.parse(on).orElseThrow());
  }

  private static VllmSizing sizing(String model, String format, String card, String on) {
    return sizing(Workloads.on("vllm", model, new Tokens(8192, 1, 1)), format, card, on);
  }

  /** Kernels that unpack weights bring a workspace of their own. */
  @ParameterizedTest
  @CsvSource({"L4, tp1", "L4, tp2", "H100_SXM, tp2"})
  void kernelsThatUnpack(String card, String parallel) {
    Paged profile = (Paged) Workloads.CATALOG.runtimes().find("vllm").orElseThrow().memory();
    long workspace = profile.nonTorch().marlinMib() * MIB;

    assertTrue(workspace > 0);
    assertEquals(
        workspace,
        sizing("llama-3.1-8b", "awq", card, parallel).nonTorch()
            - sizing("llama-3.1-8b", "bf16", card, parallel).nonTorch());
  }

  /** Adapters are cut as the model is: by heads, and by stages. */
  @ParameterizedTest
  @CsvSource({"tp1, 1", "tp2, 2", "pp2, 2", "tp2pp2, 4"})
  void adaptersAreCut(String parallel, int parts) {
    Workload plain = Workloads.on("vllm", "llama-3.1-8b", new Tokens(8192, 1, 1));
    Workload adapted = Workloads.of(plain, Adapters.ofRank(16));
    long adapters = MemoryEstimate.of(adapted, format("bf16")).adaptersBytes();

    assertTrue(adapters > 0);
    for (boolean last : new boolean[] {true, false}) {
      assertEquals(
          adapters / parts,
          sizing(adapted, "bf16", "L4", parallel).weights(last)
              - sizing(plain, "bf16", "L4", parallel).weights(last),
          1);
    }
  }

  /**
   * Of three stages of 32 layers the first has one more than the last; that has the logits: of 1024
   * sequences they are more than a layer, of one they are not.
   */
  @ParameterizedTest
  @CsvSource({"1, false", "1024, true"})
  void oneOfThreeStagesDecides(int sequences, boolean last) {
    Workload workload = Workloads.on("vllm-0.21", "llama-3.1-8b", new Tokens(8192, 1, 1));
    VllmSizing three = sizing(workload, "bf16", "L4", "pp3");
    RuntimeSettings settings = USUAL.withSequences(sequences);
    long first = three.besidesCache(settings, 8192, 1, false);
    long lasts = three.besidesCache(settings, 8192, 1, true);

    assertEquals(last, lasts > first);
    assertEquals(last, three.lastStageDecides(settings, 8192, 1));
    assertEquals(three.budget(settings) - Math.max(first, lasts), three.cache(settings, 8192, 1));
  }

  /** Qwen3-Next: a block for each sequence's state; more sequences than blocks do not start. */
  @Test
  void statesOfAllSequences() {
    VllmSizing sizing = sizing("qwen3-next-80b-a3b-instruct", "bf16", "B200", "tp1");
    long blocks = sizing.blocks(USUAL.withSequences(256), 8192, 1);

    assertTrue(blocks > 256, blocks + " blocks");
    assertTrue(sizing.hasBlocksForAll(USUAL.withSequences(256), 8192, 1));
    assertFalse(sizing.hasBlocksForAll(USUAL.withSequences(100_000), 8192, 1));
    assertFalse(sizing.starts(USUAL.withSequences(100_000), 8192, 1));
  }
}
