package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.estimate;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTest {

  private static final double GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # model             | tokens | bytes, by hand: 2 * layers * kv heads * head dim * 2 * tokens
          qwen2.5-14b         | 8192   | 1610612736
          llama-3.1-8b        | 8192   | 1073741824
          llama-2-7b-chat-hf  | 4096   | 2147483648
          # MLA: 61 * (512 + 64) * 2 * 10000
          deepseek-v3         | 10000  | 702720000
          # MLA: 27 * (512 + 64) * 2 * 10000
          deepseek-v2-lite-chat | 10000 | 311040000
          # 52 layers stop at 1024, 10 do not: (52 * 1024 + 10 * 32768) * 2 * 16 * 128 * 2
          gemma-3-27b         | 32768  | 3120562176
          # 40 layers stop at 1024, 8 do not: (40 * 1024 + 8 * 8192) * 2 * 8 * 256 * 2
          gemma-3-12b         | 8192   | 872415232
          # 12 of 24 layers stop at 128: (12 * 128 + 12 * 8192) * 2 * 8 * 64 * 2
          gpt-oss-20b         | 8192   | 204472320
          """)
  void kvCacheIsExact(String model, int tokens, long bytes) {
    assertEquals(bytes, estimate(model, "bf16", tokens).kvCacheBytes());
  }

  @Test
  void latentCacheOfDeepSeekIsTwoThirdsOfAGib() {
    assertEquals(0.654, estimate("deepseek-v3", "fp8", 10_000).kvCacheBytes() / GIB, 0.0005);
  }

  @Test
  void cacheGrowsWithSequencesAndShrinksWithItsType() {
    Tokens one = new Tokens(8192, 2048, 1);
    long bytes = KvCache.bytes(model("qwen2.5-14b"), KvCacheType.BF16, one);
    assertEquals(
        4 * bytes, KvCache.bytes(model("qwen2.5-14b"), KvCacheType.BF16, one.withConcurrency(4)));
    assertEquals(bytes / 2, KvCache.bytes(model("qwen2.5-14b"), KvCacheType.INT8, one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Qwen2.5-14B: 14770033664 parameters, of which 1557135360 stay in 16 bit
          qwen2.5-14b | bf16      | 29540067328 | 29540067328
          qwen2.5-14b | gptq-int8 | 16636846328 | 3114270720
          qwen2.5-14b | gptq-int4 | 9978784292  | 3114270720
          # tied: one table of 151936 * 1536 in 16 bit, the rest of 1543714304 in 8.1875
          qwen2.5-1.5b | gptq-int8 | 1807799108 | 466747392
          """)
  void weightsKeepEmbeddingsAndHeadIn16Bit(
      String model, String format, long total, long sixteenBit) {
    MemoryEstimate estimate = estimate(model, format, 8192);
    // bf16 has no quantized part: all its weights are 16-bit ones, wherever they are counted.
    assertEquals(total, estimate.weightsBytes());
    long counted = format.equals("bf16") ? estimate.weightsBytes() : estimate.weights16BitBytes();
    assertEquals(sixteenBit, counted);
  }

  @Test
  void mxfp4QuantizesOnlyTheExperts() {
    MemoryEstimate estimate = estimate("gpt-oss-20b", "mxfp4", 8192);
    long experts = model("gpt-oss-20b").expertParameters();
    long others = model("gpt-oss-20b").parameters() - experts;
    assertEquals(Math.ceil(experts * 4.25 / 8) + others * 2, estimate.weightsBytes());
    assertTrue(estimate.requiredBytes() < 16 * GIB, "published as fitting 16 GB");
  }

  /** DeepSeek-V3 is published with 671 billion weights of a byte each and tables in 16 bit. */
  @ParameterizedTest
  @CsvSource({"gpt-oss-20b, mxfp4, 12.8", "qwen3-8b, fp8, 8.79", "deepseek-v3, fp8, 626.7"})
  void weightsAsPublished(String model, String format, double gib) {
    assertEquals(gib, estimate(model, format, 8192).weightsBytes() / GIB, gib * 0.01);
  }

  @Test
  void aVisionEncoderIsLoadedBesides() {
    // 27432406640 parameters are published, and one table of 262208 * 5376 stays in 16 bit too.
    long text = model("gemma-3-27b").linearParameters();
    long others = (27_432_406_640L - text) * 2;
    assertEquals(text + others, estimate("gemma-3-27b", "fp8", 8192).weightsBytes());
  }

  @Test
  void allExpertsAreResident() {
    assertEquals(
        model("mixtral-8x7b").parameters() * 2,
        estimate("mixtral-8x7b", "bf16", 8192).weightsBytes());
  }

  @Test
  void adapterOnAllLinearMatrices() {
    // 4300800 parameters for each rank of Qwen2.5-14B, two bytes each.
    Workload workload = Workloads.withLora("qwen2.5-14b", 8192, 16);
    MemoryEstimate estimate = MemoryEstimate.of(workload, format("gptq-int8"));
    assertEquals(4_300_800L * 16 * 2, estimate.adaptersBytes());
    assertEquals(0, estimate("qwen2.5-14b", "gptq-int8", 8192).adaptersBytes());
  }

  @ParameterizedTest
  @CsvSource({"ALL, 4300800", "ATTENTION, 1572864", "QUERY_VALUE, 786432"})
  void adaptersOnSomeMatrices(LoraTargets targets, long perRank) {
    Adapters four = new Adapters(4, 8, targets);
    assertEquals(perRank * 8, four.parameters(model("qwen2.5-14b")));
    assertEquals(4 * perRank * 8 * 2, four.bytes(model("qwen2.5-14b")));
  }

  @Test
  void adapterOnLatentAttention() {
    // DeepSeek-V2-Lite, per layer: q 2048+3072, kv_a 2048+576, kv_b 512+4096, o 2048+2048;
    // one dense layer of 3 * (2048 + 10944).
    long attention = (2048 + 3072) + (2048 + 576) + (512 + 4096) + (2048 + 2048);
    long perRank = 27 * attention + 3 * (2048 + 10_944);
    assertEquals(perRank * 8, Adapters.ofRank(8).parameters(model("deepseek-v2-lite-chat")));
  }

  @Test
  void allocatorDoesNotSeeTheCudaContext() {
    MemoryEstimate estimate = estimate("qwen2.5-14b", "gptq-int8", 8192);
    assertEquals(
        estimate.weightsBytes() + estimate.kvCacheBytes() + estimate.activationsBytes(),
        estimate.allocatedBytes());
    assertEquals(0.45 * GIB, estimate.requiredBytes() - estimate.allocatedBytes(), 1 << 20);
  }
}
