package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.MemoryProfile.Eager;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each effect that the profiles of transformers have, by hand. */
class TransformersMemoryTest {

  private static final long MIB = 1L << 20;

  private static MemoryEstimate estimate(
      String profile, String model, String format, int prompt, int output) {
    Tokens tokens = new Tokens(prompt + output, output, 1);
    return MemoryEstimate.of(Workloads.on(profile, model, tokens), format(format));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 48 layers with three matrices of 135 MiB, each rounded to 136; tables of 1485 MiB, to 1486
          qwen2.5-14b  | bf16      | 146
          # three of 67.5 (68), two of 25 (26), of each layer, and the tables
          qwen2.5-14b  | gptq-int8 | 170
          # three of 13.125 MiB (14) in 28 layers, and one table of 445.125 (446)
          qwen2.5-1.5b | gptq-int8 | 74.375
          # all even but the tables
          qwen2.5-32b  | bf16      | 2
          """)
  void theAllocatorRoundsLargeTensors(String name, String format, double mib) {
    List<Matrix> matrices = Matrices.of(model(name));
    assertEquals(mib * MIB, AllocatorRounding.bytes(model(name), matrices, format(format)));
  }

  @Test
  void aPromptIsReadBeforeTheCacheOfTheOutputExists() {
    MemoryEstimate none = estimate("transformers-4.46", "qwen2.5-32b", "bf16", 0, 2048);
    MemoryEstimate some = estimate("transformers-4.46", "qwen2.5-32b", "bf16", 6144, 2048);
    long activations = 6144L * (4 * 5120 + 3 * 27_648) * 2;
    long cacheOfOutput = 2048L * 262_144;
    assertEquals(none.activationsBytes() + activations - cacheOfOutput, some.activationsBytes());
  }

  @Test
  void qwen2KeepsLogitsOfTheWholePromptAndRotaryTables() {
    MemoryEstimate newer = estimate("transformers-4.46", "qwen2-7b", "bf16", 0, 0x800);
    MemoryEstimate short4 = estimate("transformers-4.40", "qwen2-7b", "bf16", 0, 0x800);
    // 28 layers with tables for 32768 positions, and the cache a second time.
    long tables = 28L * 32_768 * 128 * 2 * 2;
    assertEquals(448 * MIB, tables);
    assertEquals(
        newer.activationsBytes() + tables + short4.kvCacheBytes(), short4.activationsBytes());
    MemoryEstimate longer = estimate("transformers-4.40", "qwen2-7b", "bf16", 30_720, 0);
    MemoryEstimate less = estimate("transformers-4.40", "qwen2-7b", "bf16", 14_336, 0);
    assertEquals(
        (30_720L - 14_336) * (6 * 152_064 + 2 * 3584),
        longer.activationsBytes() - less.activationsBytes());
  }

  @Test
  void exllamaHasRoomForTheLargestMatrix() {
    long scratch =
        estimate("transformers-4.46", "qwen2.5-7b", "gptq-int4", 0, 1).activationsBytes()
            - estimate("transformers-4.46", "qwen2.5-7b", "awq", 0, 1).activationsBytes();
    assertEquals(3584L * 18_944 * 2, scratch);
  }

  @Test
  void awqOfATiedModelLoadsAHeadOfItsOwn() {
    long table = 151_936L * 1536 * 2;
    MemoryEstimate loading = estimate("transformers-4.46", "qwen2.5-1.5b", "awq", 1, 2048);
    MemoryEstimate running = estimate("transformers-4.46", "qwen2.5-1.5b", "gptq-int4", 1, 2048);
    // The head is gone when the cache has grown, so that the peak holds only one of them.
    long fixed = running.activationsBytes() - 1536L * 8960 * 2;
    assertEquals(fixed + table - loading.kvCacheBytes(), loading.activationsBytes());
    assertEquals(running.weightsBytes(), loading.weightsBytes());
  }

  @Test
  void fp8OfATiedModelCarriesASecondHead() {
    long table = 151_936L * 2560 * 2;
    assertEquals(
        WeightMemory.resident(model("qwen3-4b"), format("fp8")).total() + table,
        estimate("transformers-4.51", "qwen3-4b", "fp8", 1, 2048).weightsBytes());
    assertEquals(
        WeightMemory.resident(model("qwen3-8b"), format("fp8")).total(),
        estimate("transformers-4.51", "qwen3-8b", "fp8", 1, 2048).weightsBytes());
  }

  @ParameterizedTest
  @CsvSource({"1, 2048", "6144, 6144", "30720, 30720"})
  void awqOfQwen3GrowsWithThePrompt(int prompt, long tokens) {
    long more =
        estimate("transformers-4.51", "qwen3-8b", "awq", prompt, 2048).activationsBytes()
            - estimate("transformers-4.51", "qwen3-8b", "bf16", prompt, 2048).activationsBytes();
    assertEquals(tokens * 36 * 512, more);
  }

  /** Before anything is read: what the framework has anyway, and what its allocator rounds up. */
  @ParameterizedTest
  @CsvSource({"qwen2.5-14b, bf16, 146", "qwen2.5-14b, gptq-int8, 170", "qwen2.5-32b, bf16, 2"})
  void whatIsThereAnyway(String name, String format, long rounded) {
    RuntimeProfile profile = Workloads.CATALOG.runtimes().find("transformers-4.46").orElseThrow();
    long base = ((Eager) profile.memory()).baseMib();
    MemoryEstimate estimate = estimate("transformers-4.46", name, format, 0, 2048);

    assertTrue(base > 0);
    assertEquals((base + rounded) * MIB, estimate.activationsBytes());
  }

  /** Each further sequence reads its prompt, while the cache of the output is not there yet. */
  @ParameterizedTest
  @CsvSource({"2", "3", "8"})
  void eachSequenceReadsItsPrompt(int sequences) {
    Tokens tokens = new Tokens(8192, 2048, 1);
    long one = activations("transformers-4.46", "qwen2.5-32b", "bf16", tokens);
    long many =
        activations("transformers-4.46", "qwen2.5-32b", "bf16", tokens.withConcurrency(sequences));
    long each = 6144L * (4 * 5120 + 3 * 27_648) * 2 - 2048L * 262_144;

    assertEquals((sequences - 1) * each, many - one);
  }

  /** What AWQ keeps of each token's position it keeps for each sequence. */
  @Test
  void keptPositionsAreThoseOfAllSequences() {
    Tokens tokens = new Tokens(30_720, 4096, 1);
    long one = activations("transformers-4.51", "qwen3-8b", "awq", tokens);
    long four = activations("transformers-4.51", "qwen3-8b", "awq", tokens.withConcurrency(4));
    long plain = activations("transformers-4.51", "qwen3-8b", "bf16", tokens);
    long fours = activations("transformers-4.51", "qwen3-8b", "bf16", tokens.withConcurrency(4));

    assertEquals(26_624L * 36 * 512 * 3, (four - fours) - (one - plain), 1);
  }

  private static long activations(String profile, String model, String format, Tokens tokens) {
    return MemoryEstimate.of(Workloads.on(profile, model, tokens), format(format))
        .activationsBytes();
  }
}
