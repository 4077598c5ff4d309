package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What layers keep where adapters are fused with their matrices, and where matrices are frozen. */
class FusedAdaptersTest {

  private static final double GIB = 1L << 30;

  /**
   * Most bytes that PyTorch had allocated, as axolotl-ai-cloud/axolotl#3800 prints them (2026-07;
   * RTX 3090 and 5090, adapters of rank 16 on all matrices, fused loss): workspaces and blocks that
   * the allocator cannot use are not among them.
   */
  @ParameterizedTest
  @CsvSource({
    "qwen3-0.6b, 32768, 4.70",
    "qwen3-0.6b, 65536, 8.16",
    "qwen3-0.6b, 131072, 15.08",
    "llama-3.2-1b-instruct, 32768, 7.02",
    "llama-3.2-1b-instruct, 65536, 11.60",
    "llama-3.2-1b-instruct, 131072, 20.76",
    "qwen3-1.7b, 32768, 9.38",
    "qwen3-1.7b, 65536, 15.34",
    "qwen3-1.7b, 131072, 27.31",
    "qwen3-4b, 32768, 17.19",
    "qwen3-4b, 65536, 26.55",
    "gemma-3-4b-it, 32768, 17.59",
    "gemma-3-4b-it, 65536, 26.83",
  })
  void asAxolotlPrintsIt(String model, int tokens, double gib) {
    Tuning tuning = tuning(model, TuningMethod.LORA, tokens, LoraTargets.ALL, Trainer.AXOLOTL);
    TrainingMemory memory = new TrainingPeak(tuning, Workloads.format("bf16")).onOne();
    double allocated = (memory.peak() - memory.cudaContext() - memory.workspace()) / GIB;
    assertEquals(gib, allocated, 0.07 * gib);
  }

  /** The longest sequences of QLoRA that Unsloth publishes for a GPU of so much memory. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b-instruct, 8, 2972",
    "llama-3.1-8b-instruct, 16, 40724",
    "llama-3.1-8b-instruct, 24, 78475",
    "llama-3.1-8b-instruct, 40, 153977",
    "llama-3.1-8b-instruct, 80, 342733",
    "llama-3.3-70b-instruct, 48, 12106",
    "llama-3.3-70b-instruct, 80, 89389",
  })
  void asUnslothPublishesIt(String model, int gb, int tokens) {
    Tuning tuning = tuning(model, TuningMethod.QLORA, tokens, LoraTargets.ALL, Trainer.UNSLOTH);
    double gib = new TrainingPeak(tuning, Workloads.format("nf4")).onOne().peak() / GIB;
    assertEquals(gb, gib, 0.15 * gb);
  }

  @ParameterizedTest
  @EnumSource(Trainer.class)
  void whatIsFrozenKeepsLess(Trainer trainer) {
    long all = peak(LoraTargets.ALL, trainer);
    long attention = peak(LoraTargets.ATTENTION, trainer);
    assertTrue(attention <= all, attention + " of " + all);
    assertTrue(peak(LoraTargets.QUERY_VALUE, trainer) <= attention);
  }

  private static long peak(LoraTargets targets, Trainer trainer) {
    Tuning tuning = tuning("qwen3-4b", TuningMethod.LORA, 8192, targets, trainer);
    return new TrainingPeak(tuning, Workloads.format("bf16")).onOne().peak();
  }

  private static Tuning tuning(
      String model, TuningMethod method, int tokens, LoraTargets targets, Trainer trainer) {
    Adapters adapters = new Adapters(1, 16, targets);
    Tuning tuning = new Tuning(Workloads.model(model), method, 1, tokens, adapters, false);
    return Runs.with(tuning, trainer);
  }
}
