package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory;
import dev.gpuadvisor.sizing.llamacpp.Setup;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workloads under llama.cpp: how it is started for them, and what lies where. */
class LlamaCppTest {

  private static final double MIB = 1L << 20;
  private static final Quantization Q4 = format("q4_k_m");

  private static Workload workload(int context, int concurrency) {
    return Workloads.on("llama.cpp", "llama-3.1-8b", new Tokens(context, 256, concurrency));
  }

  private static Workload with(Workload plain, OptionalInt layers, OptionalInt slots, long more) {
    return plain.with(
        new RuntimeSettings(
            OptionalDouble.empty(),
            slots,
            OptionalInt.empty(),
            Parallel.AUTO,
            false,
            false,
            Optional.empty(),
            LlamaCppSettings.layers(layers),
            Optional.empty(),
            more));
  }

  private static Workload layers(int layers) {
    return with(workload(8192, 1), OptionalInt.of(layers), OptionalInt.empty(), 0);
  }

  /** Room for all sequences at their full length; a step is no longer than that. */
  @Test
  void isStartedWithRoomForAll() {
    Setup one = LlamaCpp.setup(workload(8192, 1));
    Setup four = LlamaCpp.setup(workload(8192, 4));
    Setup tiny = LlamaCpp.setup(workload(300, 1));
    Setup six = LlamaCpp.setup(with(workload(8192, 4), OptionalInt.empty(), OptionalInt.of(6), 0));

    assertEquals(8192, one.tokens());
    assertEquals(512, one.step());
    assertEquals(4 * 8192, four.tokens());
    assertTrue(four.slots() >= 4);
    assertEquals(300, tiny.step());
    assertEquals(6, six.slots());
    assertEquals(
        5,
        LlamaCpp.setup(with(workload(8192, 5), OptionalInt.empty(), OptionalInt.of(2), 0)).slots());
  }

  /**
   * The log of Llama 3 8B: 4403.49 MiB on the GPU, head included; 1 GiB of cache. The head is the
   * first layer there.
   */
  @ParameterizedTest
  @CsvSource({"33, 0, 1", "32, 0.03125, 0.96875", "17, 0.5, 0.5", "0, 1, 0", "25, 0.25, 0.75"})
  void layersInTheHost(int layers, double host, double gpu) {
    Workload workload = layers(layers);
    LlamaCppMemory memory = LlamaCpp.memory(workload, Q4, 1).orElseThrow();
    MemoryEstimate estimate = workload.estimate(Q4);

    assertEquals(host, LlamaCpp.hostShareOfCache(workload));
    assertEquals(gpu * 1024, estimate.kvCacheBytes() / MIB, 0.01);
    assertEquals(memory.modelGpu(), estimate.weightsBytes(), 4);
    assertEquals(memory.kv(), estimate.kvCacheBytes(), 4);
    assertTrue(memory.compute() > 0);
    assertEquals(memory.compute(), LlamaCpp.computeBytes(workload, Q4));
    if (layers == 33) {
      assertEquals(4403.49, estimate.weightsBytes() / MIB, 0.01);
    }
  }

  /** States, index keys and what drafts keep lie with the layers that are on GPUs. */
  @ParameterizedTest
  @CsvSource({
    "qwen3-next-80b-a3b-instruct, 24, 0",
    "qwen3-next-80b-a3b-instruct, 49, 0",
    "qwen3-next-80b-a3b-instruct, 24, 2",
    "deepseek-v3.2, 30, 0",
    "deepseek-v3.2, 62, 0",
  })
  void whatSequencesLeaveOnGpus(String model, int layers, int drafted) {
    Workload plain = Workloads.on("llama.cpp", model, new Tokens(8192, 256, 2));
    Workload some = with(plain, OptionalInt.of(layers), OptionalInt.empty(), 0);
    Workload workload =
        drafted == 0
            ? some
            : some.with(
                some.settings()
                    .withSpeculation(Optional.of(new Speculation(Optional.empty(), drafted))));
    LlamaCppMemory memory = LlamaCpp.memory(workload, Q4, 1).orElseThrow();

    assertEquals(memory.kv() + memory.recurrent(), workload.estimate(Q4).kvCacheBytes(), 8);
  }

  @Test
  void otherRuntimesHaveNone() {
    Workload transformers = Workloads.of("llama-3.1-8b", 8192);

    assertEquals(Optional.empty(), LlamaCpp.memory(transformers, format("bf16"), 1));
    assertEquals(0, LlamaCpp.hostShareOfCache(transformers));
  }

  /** What a log says is taken beyond the estimate counts, and never makes less than nothing. */
  @Test
  void whatALogSaysCounts() {
    Workload plain = workload(8192, 1);
    Workload more = with(plain, OptionalInt.empty(), OptionalInt.empty(), 100 << 20);
    Workload less = with(plain, OptionalInt.empty(), OptionalInt.empty(), -(100L << 30));
    long overhead = LlamaCpp.memory(plain, Q4, 1).orElseThrow().overhead();

    assertEquals(100 << 20, LlamaCpp.computeBytes(more, Q4) - LlamaCpp.computeBytes(plain, Q4));
    assertEquals(0, LlamaCpp.computeBytes(less, Q4));
    assertEquals(overhead + (100 << 20), LlamaCpp.memory(more, Q4, 1).orElseThrow().overhead());
    assertEquals(0, LlamaCpp.memory(less, Q4, 1).orElseThrow().overhead());
    assertTrue(overhead > 100 << 20);
  }

  /** As many as fit do, and one more does not. */
  @ParameterizedTest
  @CsvSource({"1, 2", "1, 4", "1, 5", "2, 2", "2, 3", "1, 80", "1, 0"})
  void layersThatFit(int gpus, int gib) {
    Workload workload = workload(8192, 1);
    long usable = (long) gib << 30;
    int fit = LlamaCpp.layersThatFit(workload, Q4, gpus, usable);

    if (fit > 0) {
      assertTrue(total(fit, gpus) <= usable, fit + " layers");
    }
    if (fit < 33) {
      assertTrue(total(fit + 1, gpus) > usable, fit + " layers");
    }
    assertEquals(gib == 80, fit == 33);
  }

  private static long total(int layers, int gpus) {
    return LlamaCpp.memory(layers(layers), Q4, gpus).orElseThrow().total();
  }

  /** Nine tenths are comfortable, more is tight, more than all is none. */
  @ParameterizedTest
  @CsvSource({
    "90, 100, COMFORTABLE",
    "91, 100, TIGHT",
    "100, 100, TIGHT",
    "101, 100, NO",
    "0, 100, COMFORTABLE"
  })
  void fits(long required, long usable, Fit fit) {
    assertEquals(fit, Fit.of(required, usable));
  }

  /** Of layers one GPU each at least; vLLM takes stages where heads do not divide. */
  @ParameterizedTest
  @CsvSource({"llama.cpp, 16, true", "llama.cpp, 3, true", "vllm, 3, false", "vllm, 4, true"})
  void splits(String runtime, int gpus, boolean possible) {
    Workload workload = Workloads.on(runtime, "llama-3.1-8b", new Tokens(1024, 256, 1));
    Quantization format = format(runtime.equals("vllm") ? "bf16" : "q8_0");

    assertEquals(possible, Obstacle.of(workload, format, cards(gpus, "L4")).isEmpty());
    assertEquals(
        Optional.of(new Obstacle.CannotSplit(33, Optional.empty())),
        Obstacle.of(
            Workloads.on("llama.cpp", "llama-3.1-8b", new Tokens(1024, 256, 1)),
            format("q8_0"),
            cards(33, "L4")));
  }
}
