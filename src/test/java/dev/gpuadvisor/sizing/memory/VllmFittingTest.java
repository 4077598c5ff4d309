package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a server of vLLM holds: Llama 3.1 8B keeps 131,072 bytes of a token in blocks of 16. */
class VllmFittingTest {

  private static VllmFitting of(String runtime, String on, String card, int length, int users) {
    return of(runtime, on, card, length, users, RuntimeSettings.DEFAULT);
  }

  /** Of a share that stays, whatever it does for. */
  private static VllmFitting ofNineTenths(String card, int length, int users) {
    return of("vllm", "tp1", card, length, users, RuntimeSettings.DEFAULT.withUtilization(0.9));
  }

  private static VllmFitting of(
      String runtime, String on, String card, int length, int users, RuntimeSettings settings) {
    Parallel parallel = Parallel.parse(on).orElseThrow();
    Workload workload =
        Workloads.on(runtime, "llama-3.1-8b", new Tokens(length, 1, users))
            .with(settings.withParallel(parallel));
    return VllmFitting.of(
        workload,
        format("bf16"),
        workload.estimate(format("bf16")),
        CATALOG.cards().find(card).orElseThrow(),
        Math.max(1, parallel.gpus()));
  }

  private static VllmFitting of(String on, String card, int length, int users) {
    return of("vllm", on, card, length, users);
  }

  /** The largest are those of which one more does not fit. */
  @ParameterizedTest
  @CsvSource({"L4, 8192, 1", "L40S, 8192, 4", "A10G, 1024, 1", "H100_SXM, 32768, 2"})
  void oneMoreDoesNotFit(String card, int length, int users) {
    VllmFitting fitting = ofNineTenths(card, length, users);
    int context = fitting.largestContext();
    int sequences = fitting.largestConcurrency();

    assertTrue(context >= length && ofNineTenths(card, context, users).fits());
    assertTrue(context == 131_072 || !ofNineTenths(card, context + 16, users).fits(), context + "");
    assertTrue(sequences >= users && ofNineTenths(card, length, sequences).fits());
    assertFalse(ofNineTenths(card, length, sequences + 1).fits(), sequences + " sequences");
    assertEquals(131_072, ofNineTenths("H200_SXM", 8192, 1).largestContext());
  }

  /** Blocks in the cache over those of a sequence, in each of the copies. */
  @ParameterizedTest
  @CsvSource({"tp1, 1", "dp2, 2", "dp4, 4"})
  void sequencesInTheCache(String parallel, int copies) {
    VllmFitting fitting = of(parallel, "L40S", 8192, 1);
    VllmMemory memory = fitting.memory();
    long blocks = memory.cache() / (16 * 131_072) * copies;

    assertEquals(blocks, memory.blocks());
    assertEquals(blocks / 64.0, fitting.sequencesOf(1024), 1e-9);
    assertEquals(blocks / 512.0, memory.maxConcurrency(), 1e-9);
    assertEquals(256 * copies, fitting.mostSequences());
    assertEquals(2048, fitting.stepTokens());
    int mean = fitting.usual().promptTokens() + fitting.usual().outputTokens() / 2;
    assertEquals(
        (int) Math.min(256.0 * copies, fitting.sequencesOf(mean)), memory.typicalConcurrency());
  }

  /** Later releases print what full sequences have together, earlier ones whole blocks. */
  @Test
  void tokensAsTheLogPrintsThem() {
    VllmMemory later = of("tp1", "L40S", 8190, 1).memory();
    VllmMemory earlier = of("vllm-0.8", "tp1", "L40S", 8190, 1).memory();

    assertEquals((long) (later.maxConcurrency() * 8190), later.cacheTokens());
    assertEquals(later.blocks() / 512.0, later.maxConcurrency(), 1e-9);
    assertEquals(earlier.blocks() * 16, earlier.cacheTokens());
  }

  /** What keeps no cache holds as many as a step takes. */
  @Test
  void whatKeepsNothing() {
    Workload workload = Workloads.on("vllm", "bge-m3", new Tokens(8192, 1, 1));
    VllmFitting fitting =
        VllmFitting.of(
            workload,
            format("bf16"),
            workload.estimate(format("bf16")),
            CATALOG.cards().find("L4").orElseThrow(),
            1);

    assertEquals(fitting.mostSequences(), fitting.sequencesOf(1024));
    assertEquals(0, fitting.memory().cacheTokens());
    assertEquals(0, fitting.memory().maxConcurrency());
  }

  /** A default that would not do is raised; one that was asked for stays. */
  @ParameterizedTest
  @CsvSource({"8192, 0.92, false", "34000, 0.97, true"})
  void theShareThatIsTaken(int length, double most, boolean raised) {
    VllmFitting fitting = of("tp1", "L4", length, 1);

    assertEquals(raised, fitting.isShareRaised());
    assertTrue(
        raised ? fitting.share() > 0.92 && fitting.share() <= most : fitting.share() == most);
    assertEquals(
        Math.min(23_034L << 20, fitting.usableBytes() + (461L << 20)), fitting.driverShows(), 1e8);
  }

  @Test
  void whatIsWorkedOutFromTheSameIsTheSame() {
    assertEquals(of("tp1", "L4", 8192, 1), of("tp1", "L4", 8192, 1));
    assertEquals(of("tp1", "L4", 8192, 1).hashCode(), of("tp1", "L4", 8192, 1).hashCode());
    assertNotEquals(of("tp1", "L4", 8192, 1), of("tp1", "A10G", 8192, 1));
    assertNotEquals(of("tp1", "L4", 8192, 1), of("tp1", "L4", 4096, 1));
    assertNotEquals(of("tp1", "L4", 8192, 1), of("vllm-0.17", "tp1", "L4", 8192, 1));
    assertNotEquals(of("tp1", "L4", 8192, 1), "L4");
  }
}
