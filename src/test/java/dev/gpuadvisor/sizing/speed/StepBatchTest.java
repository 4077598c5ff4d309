package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server of llama.cpp, of whose requests nothing was fitted: Llama 3.1 8B in Q8_0 on an RTX 3090,
 * which reads weights at nine tenths of 936 GB a second and the cache at eight.
 */
class StepBatchTest {

  private static final Requests CHAT = new Requests(1000, 200, 0, 0, 1);
  private static final double WEIGHTS = (8_030_261_248L - 128_256L * 4096) * 8.5 / 8;

  private static final Workload WORKLOAD =
      Workloads.on("llama.cpp", "llama-3.1-8b", new Tokens(2048, 200, 1));

  private static StepBatch batch() {
    StepTime step =
        StepTime.on(CATALOG.cards().find("RTX_3090").orElseThrow(), 1, WORKLOAD, format("q8_0"));
    BatchWork work = BatchWork.of(WORKLOAD, format("q8_0"), 1, 512, CHAT);
    return new StepBatch(WORKLOAD, work, step);
  }

  /** Launches of 32 layers, weights once, and of each sequence the 1100 tokens that it has. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aStepReads(int sequences) {
    double cache = sequences * 1100 * 131_072.0 / (936 * 0.8e9);
    double weights = WEIGHTS / (936 * 0.9e9);

    assertEquals(0.0016 + weights + cache, batch().step(sequences), 2e-4);
  }

  /** A prompt takes its arithmetic besides, and half of the step that runs when it comes. */
  @Test
  void promptsAreInTheWay() {
    StepBatch batch = batch();
    double token = 2.0 * (8_030_261_248L - 128_256L * 4096);
    double perToken = batch.arithmetic(8) / 8;

    assertTrue(perToken > 0);
    assertEquals(batch.arithmetic(1), perToken, 1e-12);
    double attending = 4.0 * 32 * 4096 * 1000.0 * 1000 / 2;
    assertEquals(perToken * (1000 * token + attending) / token, batch.mixed(8), 1e-6);
    assertEquals(batch.step(8) / 2, batch.before(8, true), 1e-12);
    assertEquals(batch.mixed(8) + batch.step(8), batch.place(8), 1e-12);
    assertTrue(batch.alone() >= batch.mixed(1));
    assertEquals(1, batch.queue());
    assertEquals(0, batch.frontEnd(1000));
  }

  /** It holds as many sequences as fit, and takes prompts by 512 tokens. */
  @Test
  void roomIsWhatFits() {
    Fitting fitting =
        Fitting.of(
            WORKLOAD,
            format("q8_0"),
            WORKLOAD.estimate(format("q8_0")),
            Workloads.cards(1, "RTX_3090"));
    ServerRoom room = ServerRoom.of(fitting, CHAT);

    assertEquals(fitting.largestConcurrency(), room.sequences());
    assertEquals(512, room.stepTokens());
    LoadedServer server =
        LoadedServer.of(WORKLOAD, format("q8_0"), Workloads.cards(1, "RTX_3090"), room, CHAT);
    assertEquals(Basis.EXTRAPOLATED, server.basis());
    assertEquals(batch().step(1), server.with(1).orElseThrow().betweenTokens().p50(), 1e-9);
  }

  @Test
  void aCapacityOfNoneIsNone() {
    assertFalse(new Capacity(0, Bound.CACHE, Optional.empty(), Optional.empty()).isAny());
    assertTrue(new Capacity(0.1, Bound.CACHE, Optional.empty(), Optional.empty()).isAny());
  }
}
