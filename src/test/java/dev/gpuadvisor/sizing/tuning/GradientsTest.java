package dev.gpuadvisor.sizing.tuning;

import static dev.gpuadvisor.sizing.tuning.Runs.PARAMETERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients come as the inputs of layers go, where a step starts without any. */
class GradientsTest {

  private static Tuning full(int batch) {
    return Runs.with(Runs.of(TuningMethod.FULL, batch, 4096), Precision.BF16);
  }

  private static Tuning accumulating(Tuning tuning) {
    return tuning.with(tuning.settings().accumulating(8));
  }

  private static long peak(Tuning tuning, Sharding sharding, int gpus) {
    return Runs.memory(tuning, sharding, gpus).peak();
  }

  /**
   * All weights of Mistral 7B took 67.96 GiB with four sequences of 4,096 tokens and with eight, on
   * one A100, and 34.24 on each of two with two and with four (fms-acceleration@04702cc5).
   */
  @ParameterizedTest
  @CsvSource({"NONE, 1, 4, 8, 67.96", "FSDP, 2, 2, 4, 34.24"})
  void twiceTheSequencesTakeTheSame(Sharding sharding, int gpus, int some, int more, double gib) {
    for (int batch : new int[] {some, more}) {
      Tuning run =
          new Tuning(
              Workloads.model("mistral-7b-instruct-v0.3"),
              TuningMethod.FULL,
              batch,
              4096,
              Adapters.NONE,
              false);
      TrainingMemory memory =
          Runs.memory(
              Runs.with(Runs.with(run, Precision.BF16), Optimizer.ADAMW_TORCH), sharding, gpus);
      double allocated = memory.peak() - memory.cudaContext() - memory.nccl();
      assertEquals(gib, allocated / (1L << 30), 0.02 * gib);
    }
  }

  /** The states of 8 bytes a weight, and whichever is more of gradients and what tokens leave. */
  @Test
  void whateverIsMore() {
    TrainingStep step = Runs.step(full(1));
    TrainingMemory memory = Runs.memory(full(1), Sharding.NONE, 1);
    assertEquals(8 * PARAMETERS, memory.weights() + memory.gradients() + memory.optimizer());
    assertEquals(step.layer(), memory.activations());
    assertEquals(0, memory.logits());

    TrainingStep large = Runs.step(full(16));
    TrainingMemory more = Runs.memory(full(16), Sharding.NONE, 1);
    long head = 2L * 128_256 * 4096;
    long beside = more.activations() + more.logits() + more.gradients();
    assertEquals(large.checkpoints() + large.loss() + head, beside);
  }

  /** Passes that are added up keep the gradients of those before; so do ZeRO and DDP. */
  @Test
  void whereTheyStay() {
    Tuning run = full(4);
    TrainingStep step = Runs.step(run);
    TrainingMemory kept = Runs.memory(accumulating(run), Sharding.NONE, 1);

    assertEquals(step.checkpoints() + step.loss(), kept.activations() + kept.logits());
    for (Sharding sharding : Sharding.values()) {
      if (sharding != Sharding.AUTO) {
        assertTrue(peak(run, sharding, 2) <= peak(accumulating(run), sharding, 2));
      }
    }
    assertEquals(peak(run, Sharding.NONE, 2), peak(accumulating(run), Sharding.NONE, 2));
    assertEquals(peak(run, Sharding.ZERO3, 2), peak(accumulating(run), Sharding.ZERO3, 2));
  }

  /**
   * While passes are added up under FSDP, gradients stay whole in the 16 bit that they are
   * calculated in, and are divided in 32 bit when the last pass is over. torchtune sends them after
   * each pass, as ZeRO does.
   */
  @ParameterizedTest
  @CsvSource({
    "TRANSFORMERS, FSDP,  4, 2",
    "TRANSFORMERS, FSDP,  1, 4",
    "TRANSFORMERS, ZERO3, 4, 1",
    "TORCHTUNE,    FSDP,  4, 1"
  })
  void whatWaitsIsIn16Bit(Trainer trainer, Sharding sharding, int gpus, int bytes) {
    Tuning run = Runs.with(Runs.of(TuningMethod.FULL, 1, 2048), Precision.MIXED);
    TrainingMemory memory = Runs.memory(accumulating(Runs.with(run, trainer)), sharding, gpus);

    assertEquals(bytes * PARAMETERS, memory.gradients());
  }

  /**
   * 16 bytes a weight for an optimizer in the host, 18 with the weights (DeepSpeed's memory.rst);
   * of adapters 16 and the base.
   */
  @ParameterizedTest
  @CsvSource({"NONE, 0", "OPTIMIZER, 16", "PARAMETERS, 18"})
  void whatHostsHave(Offload offload, int bytes) {
    Tuning run = Runs.with(Runs.of(TuningMethod.FULL, 1, 2048), Precision.MIXED);
    Tuning offloaded = run.with(run.settings().with(offload));

    assertEquals(bytes * PARAMETERS, Runs.memory(offloaded, Sharding.ZERO3, 4).hosts());
  }

  /** More tokens never take less, whichever moment is the fullest. */
  @Test
  void moreTokensNeverTakeLess() {
    long before = 0;
    for (int batch = 1; batch <= 1024; batch *= 2) {
      for (Sharding sharding : new Sharding[] {Sharding.NONE, Sharding.FSDP}) {
        long peak = peak(full(batch), sharding, 1);
        assertTrue(sharding == Sharding.FSDP || peak >= before);
        before = sharding == Sharding.NONE ? peak : before;
      }
    }
  }

  /** torchtune trains adapters in 16 bit; TRL those of a quantized base, PEFT in 32. */
  @ParameterizedTest
  @CsvSource({
    "TRANSFORMERS, LORA, 4, 8",
    "TRANSFORMERS, QLORA, 4, 8",
    "TRL, LORA, 4, 8",
    "TRL, QLORA, 2, 4",
    "TORCHTUNE, LORA, 2, 4",
    "TORCHTUNE, QLORA, 2, 4",
    "UNSLOTH, QLORA, 4, 8"
  })
  void bytesOfAdapters(Trainer trainer, TuningMethod method, int each, int states) {
    Tuning run = Runs.with(Runs.with(Runs.of(method, 1, 2048), trainer), Optimizer.ADAMW);
    long trained = run.adapters().parameters(run.model());
    TrainingMemory memory = Runs.memory(run, Sharding.NONE, 1);

    assertEquals(each * trained, memory.adapters());
    assertEquals(each * trained, memory.gradients());
    assertEquals(states * trained, memory.optimizer());
  }
}
