package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import org.junit.jupiter.api.Test;

/** What an optimizer needs beside its state. */
class OptimizerStepTest {

  private static final Tuning FULL = Runs.of(TuningMethod.FULL, 1, 512);

  private static void assertEach(double bytes, long counted) {
    assertEquals(bytes * Runs.PARAMETERS, counted, 64, bytes + " each");
  }

  /**
   * AdamW of PyTorch without its fused kernel steps over all at once, over as much as a GPU has of
   * the states; DeepSpeed steps it as it is, in stage 3 over 1e9 at a time. The host has room.
   */
  @Test
  void needsRoomForAllAtOnce() {
    Tuning torch = Runs.with(FULL, Optimizer.ADAMW_TORCH);
    assertEach(4, Runs.memory(torch, Sharding.NONE, 1).optimizerStep());
    assertEach(2, Runs.memory(torch, Sharding.FSDP, 2).optimizerStep());
    assertEquals(0, Runs.memory(torch, Sharding.FSDP, 8).optimizerStep());
    assertEach(2, Runs.memory(torch, Sharding.ZERO1, 2).optimizerStep());
    assertEach(2, Runs.memory(torch, Sharding.ZERO2, 2).optimizerStep());
    assertEquals(4_000_000_000L, Runs.memory(torch, Sharding.ZERO3, 1).optimizerStep());
    Tuning waiting = Runs.with(torch, Offload.OPTIMIZER);
    assertEquals(0, Runs.memory(waiting, Sharding.ZERO2, 2).optimizerStep());
    for (Optimizer other : Optimizer.values()) {
      long step = Runs.memory(Runs.with(FULL, other), Sharding.NONE, 1).optimizerStep();
      assertEquals(other == Optimizer.ADAMW_TORCH, step > 0, other.name());
    }
  }
}
