package dev.gpuadvisor.sizing.tuning;

import static dev.gpuadvisor.sizing.tuning.Runs.PARAMETERS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.TrainingState;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each GPU of a run holds, part by part, in bytes for each parameter of Llama 3.1 8B. */
class TrainingPartsTest {

  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  private static Tuning full() {
    return Runs.of(TuningMethod.FULL, 1, 512);
  }

  private static Tuning lora() {
    return Runs.of(TuningMethod.LORA, 1, 512);
  }

  private static void assertBytes(double perParameter, long bytes) {
    assertEquals(perParameter * PARAMETERS, bytes, 2, bytes / (double) PARAMETERS + " each");
  }

  /**
   * ZeRO (Rajbhandari et al. 2020) with gradients in 32 bit: 2 bytes of weights, 4 of gradients, 8
   * of moments and 4 of the copy. FSDP has the copy in 32 bit as its weights.
   */
  @ParameterizedTest
  @CsvSource({
    "NONE, 8, 2, 4, 12",
    "ZERO1, 8, 2, 4, 1.5",
    "ZERO2, 8, 2, 0.5, 1.5",
    "ZERO3, 8, 0.25, 0.5, 1.5",
    "FSDP, 8, 0.5, 0.5, 1",
    "ZERO3, 4, 0.5, 1, 3",
    "FSDP, 2, 2, 2, 4",
    "NONE, 1, 2, 4, 12",
  })
  void statesOfAFullRun(
      Sharding sharding, int gpus, double weights, double gradients, double states) {
    TrainingMemory memory = Runs.memory(full(), sharding, gpus);

    assertEquals(sharding, memory.sharding());
    assertBytes(weights, memory.weights());
    assertBytes(gradients, memory.gradients());
    assertBytes(states, memory.optimizer());
    assertEquals(0, memory.adapters());
  }

  /**
   * Moments by optimizer, with the copy in 32 bit; 8 bit has a scale of 32 bit for 256. Pages wait.
   */
  @ParameterizedTest
  @CsvSource({
    "ADAMW, MIXED, 4, 12",
    "ADAMW, BF16, 2, 4",
    "ADAMW_TORCH, BF16, 2, 4",
    "ADAMW_8BIT, MIXED, 4, 6.03125",
    "ADAMW_8BIT, BF16, 2, 2.03125",
    "PAGED_ADAMW_8BIT, BF16, 2, 0",
    "ADAFACTOR, MIXED, 4, 8",
    "SGD, BF16, 2, 2",
  })
  void optimizers(Optimizer optimizer, Precision precision, double gradients, double states) {
    Tuning tuning = Runs.with(Runs.with(full(), precision), optimizer);
    TrainingMemory memory = Runs.memory(tuning, Sharding.NONE, 1);

    assertBytes(gradients, memory.gradients());
    assertBytes(states, memory.optimizer());
  }

  @Test
  void whatWaitsInTheHostIsNotOnTheGpu() {
    TrainingMemory states = Runs.memory(Runs.with(full(), Offload.OPTIMIZER), Sharding.ZERO3, 8);
    TrainingMemory all = Runs.memory(Runs.with(full(), Offload.PARAMETERS), Sharding.ZERO3, 8);
    TrainingMemory adapters = Runs.memory(Runs.with(lora(), Offload.PARAMETERS), Sharding.ZERO3, 8);

    assertEquals(0, states.optimizer());
    assertBytes(0.25, states.weights());
    assertEquals(0, all.weights() + all.gradients() + all.optimizer() + all.adapters());
    assertEquals(0, adapters.weights() + adapters.adapters());
    assertEquals(0, all.optimizerStep());
  }

  /**
   * All gradients are sent at once by who divides nothing, in a bucket of 5e8 by ZeRO, or as large
   * as the table of 128,256 entries of 4,096, which goes alone.
   */
  @Test
  void whatGradientsAreSentIn() {
    assertBytes(4, Runs.memory(full(), Sharding.NONE, 8).gathered());
    assertEquals(0, Runs.memory(full(), Sharding.NONE, 1).gathered());
    assertEquals(2L * 128_256 * 4096, Runs.memory(full(), Sharding.ZERO1, 8).gathered());
    assertEquals(2L * 128_256 * 4096, Runs.memory(full(), Sharding.ZERO2, 8).gathered());
    long trained = lora().adapters().parameters(lora().model());
    assertEquals(2 * trained, Runs.memory(lora(), Sharding.ZERO2, 8).gathered());
    assertEquals(4 * trained, Runs.memory(lora(), Sharding.NONE, 8).gathered());
  }

  /**
   * Both tables of 128,256 x 4096 in 16 bit; the layer at work of the 32 while the loss is
   * calculated, two while a layer is; of a full run gradients of a layer and of the tables besides.
   * Never more than what other GPUs have.
   */
  @Test
  void whatIsGathered() {
    long tables = 2L * 128_256 * 4096;
    long layer = (PARAMETERS - tables) / 32;
    long one = 2 * (tables + layer);
    long two = 2 * (tables + 2 * layer);
    long gradients = 2 * (layer + tables);

    assertEquals(one, Runs.memory(lora(), Sharding.ZERO3, 8).gathered(), 64);
    assertEquals(two + gradients, Runs.memory(full(), Sharding.ZERO3, 8).gathered(), 64);
    assertEquals(0, Runs.memory(full(), Sharding.ZERO3, 1).gathered());
    assertEquals(two, Runs.memory(fused(), Sharding.ZERO3, 8).gathered(), 64);
  }

  /** Its loss takes next to nothing. */
  private static Tuning fused() {
    return lora().with(lora().settings().with(options(true, true, false)));
  }

  /** Adapters that wait in the host come back with their layers, two at a time; FSDP's whole. */
  @Test
  void adaptersComeBack() {
    long trained = lora().adapters().parameters(lora().model());
    TrainingMemory there = Runs.memory(lora(), Sharding.ZERO3, 8);
    TrainingMemory waiting = Runs.memory(Runs.with(lora(), Offload.PARAMETERS), Sharding.ZERO3, 8);

    int layers = lora().model().layers();
    assertEquals(4 * trained * 2 / layers, waiting.gathered() - there.gathered(), 64);
    long alone = Runs.memory(lora(), Sharding.FSDP, 8).gathered();
    TrainingMemory fsdp = Runs.memory(Runs.with(lora(), Offload.PARAMETERS), Sharding.FSDP, 8);
    assertEquals(4 * trained, fsdp.gathered() - alone, 64);
  }

  @Test
  void communicationHasBuffers() {
    assertEquals(0, Runs.memory(full(), Sharding.NONE, 1).nccl());
    assertEquals(GIB, Runs.memory(full(), Sharding.NONE, 2).nccl());
    assertEquals(GIB, Runs.memory(full(), Sharding.ZERO3, 1).nccl());
    assertEquals(768 * MIB, Runs.memory(full(), Sharding.NONE, 1).workspace());
    assertEquals(461 * MIB, Runs.memory(full(), Sharding.NONE, 1).cudaContext());
  }

  @Test
  void thePeakIsAllOfIt() {
    TrainingMemory memory =
        new TrainingMemory(Sharding.NONE, 1, 2, 4, 8, 16, 32, 64, 128, 256, 4, 512, 1024, 7);

    assertEquals(2047, memory.peak());
    assertEquals(1008, memory.transients());
  }

  /** The inputs of 32 layers, then the loss of 128,256 logits of 14 bytes, or a layer again. */
  @Test
  void stepsOfALongSequence() {
    Tuning tuning = Runs.of(TuningMethod.LORA, 1, 8192);
    long inputs = 8192L * 32 * 4096 * 2;

    TrainingStep full = Runs.step(tuning);
    assertEquals(inputs, full.checkpoints());
    assertEquals(8192L * 128_256 * 14, full.loss());
    assertEquals(8192L * (4096 * 34 + 14_336 * 8), full.layer());
    TrainingStep none = Runs.step(Runs.with(tuning, Checkpointing.NONE));
    assertEquals(32 * full.layer(), none.checkpoints());
    assertEquals(0, none.layer());
    assertEquals(full, Runs.step(Runs.with(tuning, Checkpointing.NON_REENTRANT)));
    TrainingStep offloaded = Runs.step(Runs.with(tuning, Checkpointing.OFFLOADED));
    assertEquals(0, offloaded.checkpoints());
    assertEquals(full.layer() + 2 * 8192L * 4096 * 2, offloaded.layer());
    TrainingMemory memory = Runs.memory(tuning, Sharding.NONE, 1);
    assertEquals(inputs, memory.activations());
    assertEquals(full.loss(), memory.logits());
  }

  /** Without FlashAttention the scores of 32 heads are stored, of each token with each. */
  @Test
  void scoresAndFusedLosses() {
    Tuning tuning = Runs.of(TuningMethod.LORA, 1, 8192);
    TrainingStep flash = Runs.step(tuning);
    TrainingStep eager =
        Runs.step(tuning.with(tuning.settings().with(options(false, false, false))));
    TrainingStep fused = Runs.step(tuning.with(tuning.settings().with(options(true, true, false))));

    assertEquals(8192L * 32 * 8192 * 14, eager.layer() - flash.layer());
    assertEquals((eager.layer() - flash.layer()) / 2, eager.unusable());
    assertEquals(0, flash.unusable());
    assertEquals(8192L * 4096 * 8, fused.loss());
    Tuning huge = Runs.of(TuningMethod.LORA, 1024, Tuning.MAX_SEQUENCE_LENGTH);
    assertEquals(
        1L << 56, Runs.step(huge.with(huge.settings().with(options(false, false, false)))).layer());
  }

  private static TrainingSettings.Options options(boolean fused, boolean flash, boolean twice) {
    return new TrainingSettings.Options(
        Optional.empty(), Optional.empty(), Optional.of(fused), flash, twice);
  }

  /** NF4 has 4 bits and a scale of 32 bit for 64 weights, twice quantized 0.127 bit. */
  @Test
  void doubleQuantization() {
    Tuning tuning = Runs.of(TuningMethod.QLORA, 1, 512);
    Tuning twice = tuning.with(tuning.settings().with(options(false, true, true)));
    long tables = 2L * 128_256 * 4096;
    long saved =
        Runs.memory(tuning, Sharding.NONE, 1).weights()
            - Runs.memory(twice, Sharding.NONE, 1).weights();

    assertEquals((PARAMETERS - tables) * (0.5 - 0.127) / 8, saved, 1000);
  }

  @Test
  void allGpusTogether() {
    Tuning tuning = Runs.with(full(), Sharding.ZERO3);
    TrainingMemory each = Runs.memory(tuning, Sharding.ZERO3, 8);
    MemoryEstimate all =
        new TuningFitting(tuning, Workloads.format("bf16"), Workloads.cards(8, "H100_SXM"))
            .estimate();

    assertEquals(8 * each.weights(), all.weightsBytes(), 8);
    assertEquals(
        new TrainingState(8 * each.gradients(), 8 * each.optimizer()),
        all.training().orElseThrow());
    assertEquals(8 * each.transients(), all.activationsBytes());
    assertEquals(8 * each.peak(), all.requiredBytes(), 8);
  }
}
