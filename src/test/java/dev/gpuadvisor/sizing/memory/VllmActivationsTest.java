package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.MemoryProfile.Graphs;
import dev.gpuadvisor.catalog.MemoryProfile.NonTorch;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.MemoryProfile.Peak;
import dev.gpuadvisor.catalog.MemoryProfile.StepDefaults;
import dev.gpuadvisor.catalog.PagedCache;
import dev.gpuadvisor.catalog.WholeItems;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worst batch of vLLM's start, phase by phase, with round constants. */
class VllmActivationsTest {

  private static final long MIB = 1L << 20;

  /** 16 bytes a logit and 10 MiB in the sampler; 4 hidden vectors and 3 of the feed-forward. */
  private static VllmActivations of(
      String model, String format, String parallel, boolean keeps, int longestWhole) {
    Paged profile =
        new Paged(
            new StepDefaults(256, 1024, 2048, 8192, 8192, longestWhole, WholeItems.CUT),
            new Peak(10, 16, 2, 4, 3, keeps, 24, false),
            new NonTorch(0, 0, 0, 0, 0),
            new Graphs(0, 0, 0, 0, false),
            new PagedCache(true, 0, 1, 1, true),
            false,
            false,
            false,
            false);
    return new VllmActivations(
        profile, Workloads.model(model), format(format), Parallel.parse(parallel).orElseThrow());
  }

  private static VllmActivations of(String model, String parallel) {
    return of(model, "bf16", parallel, true, 0);
  }

  /** V0 takes prompts whole, short ones only, but for models that see. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, 0, false, 50000, 2048",
    "llama-3.1-8b, 0, true, 50000, 8192",
    "llama-3.1-8b, 32768, false, 1000, 2048",
    "llama-3.1-8b, 32768, false, 5000, 5000",
    "llama-3.1-8b, 32768, false, 32768, 32768",
    "llama-3.1-8b, 32768, false, 32769, 2048",
    "qwen2.5-vl-7b, 32768, false, 1000, 5120",
    "qwen2.5-vl-7b, 32768, false, 50000, 50000",
    "qwen2.5-vl-7b, 0, false, 50000, 2048",
  })
  void tokensOfAStep(String model, int longestWhole, boolean large, int length, int tokens) {
    VllmActivations activations = of(model, "bf16", "tp1", true, longestWhole);

    assertEquals(tokens, activations.stepTokens(large ? 8192 : 2048, length));
  }

  /** Llama 3.1 8B: 128,256 logits for each sequence, or the wide vectors of all tokens. */
  @ParameterizedTest
  @CsvSource({
    "256, 2048, tp1, true, 569376768", // 16 x 256 x 128256, 2 x 2048 x 4096 x 2, 10 MiB
    "1, 8192, tp1, true, 973078528", // 8192 x (3 x 14336 + 4 x 4096) x 2
    "1, 8192, tp2, true, 620756992", // 3 x 7168
    "1, 8192, pp2, false, 1040187392", // 4096 more are handed on
    "256, 2048, pp2, false, 260046848", // and nothing is sampled
  })
  void theLargerPhaseCounts(int sequences, int tokens, String parallel, boolean last, long bytes) {
    assertEquals(bytes, of("llama-3.1-8b", parallel).bytes(sequences, tokens, 8192, last));
  }

  @Test
  void whatTheSamplerTakesOnceTheCacheIsThere() {
    assertEquals(24L * 100 * 128_256, of("llama-3.1-8b", "tp1").warmUp(100));
  }

  /** Encoders sample nothing, nor does a step that reads a piece of a prompt. */
  @Test
  void whoSamplesNothing() {
    long embedding = 1024L * (3 * 4096 + 4 * 1024) * 2;
    long piece = 2048L * (3 * 14_336 + 4 * 4096) * 2;
    VllmActivations pieces = of("llama-3.1-8b", "bf16", "tp1", false, 32_768);

    assertEquals(embedding, of("bge-m3", "tp1").bytes(256, 1024, 8192, true));
    assertEquals(piece, pieces.bytes(256, 2048, 32_769, true));
    assertEquals(
        16L * 256 * 128_256 + 2L * 2048 * 4096 * 2 + 10 * MIB,
        pieces.bytes(256, 2048, 32_768, true));
  }

  /**
   * For each token and each of its experts the wider of input and what is inside, with the gate and
   * without: Qwen3's are 768 of 2048, Mixtral's 14336 of 4096.
   */
  @ParameterizedTest
  @CsvSource({
    "qwen3-30b-a3b, bf16, tp1, 8, 4096", // 2048, and 2048 where the gate makes 1536
    "mixtral-8x7b, bf16, tp1, 2, 43008", // 14336, and 28672
    "mixtral-8x7b, bf16, tp2, 2, 21504",
    "mixtral-8x7b, bf16, tp2ep2, 2, 43008",
    "gpt-oss-20b, mxfp4, tp1, 4, 0",
  })
  void buffersOfExperts(String model, String format, String parallel, int used, long values) {
    long buffers = 2048L * used * values * 2;
    VllmActivations kept = of(model, format, parallel, true, 0);
    VllmActivations given = of(model, format, parallel, false, 0);
    VllmActivations none = of(model, "mxfp4", parallel, false, 0);
    long phases = none.bytes(1, 2048, 8192, true);

    assertEquals(phases + buffers, kept.bytes(1, 2048, 8192, true));
    // the sampler is done before experts take room, unless that stays
    long sampler = none.bytes(1024, 2048, 8192, true);
    assertEquals(sampler + buffers, kept.bytes(1024, 2048, 8192, true));
    long forward = none.bytes(0, 2048, 8192, false) - 2048L * hidden(model) * 2;
    assertEquals(Math.max(sampler, forward + buffers), given.bytes(1024, 2048, 8192, true));
  }

  /**
   * A step needs some of what bitsandbytes stores in 16 bit again: one matrix, or all experts of a
   * layer. Llama's is 14336 x 4096; Qwen3 has 128 experts of three matrices of 768 x 2048.
   */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, tp1, 58720256, 0",
    "llama-3.1-8b, tp2, 29360128, 0",
    "qwen3-30b-a3b, tp1, 603979776, 4096",
    "qwen3-30b-a3b, tp2, 301989888, 4096", // 384 and 768 are less than the 2048 of a token
  })
  void weightsThatAreUnpackedForAStep(String model, String parallel, long weights, long values) {
    long stored = of(model, "mxfp4", parallel, true, 0).bytes(1, 2048, 8192, true);
    long buffers = 2048L * 8 * values * 2;

    assertEquals(
        stored + 2 * weights + buffers,
        of(model, "nf4", parallel, true, 0).bytes(1, 2048, 8192, true));
  }

  private static int hidden(String model) {
    return Workloads.model(model).hiddenSize();
  }

  /** 64 heads of 512 in DeepSeek V4 Flash: as they are, and twice padded to 64; cut, fewer are. */
  @ParameterizedTest
  @CsvSource({"tp1, 192", "tp2, 160", "tp4, 144"})
  void oneWideVectorToAHead(String parallel, int heads) {
    VllmActivations activations = of("deepseek-v4-flash", "mxfp4", parallel, false, 0);
    long vectors = heads * 512L + 4 * 4096 + 4096;

    assertEquals(2048 * vectors * 2, activations.bytes(0, 2048, 8192, false));
  }

  /** Sparse attention gathers 40 keys of 132 bytes for each token of a long context. */
  @Test
  void gatheredKeysShareTheRoomOfExperts() {
    VllmActivations activations = of("deepseek-v3.2", "tp1");
    long brief = activations.bytes(1, 2048, 8192, true);
    long lengthy = activations.bytes(1, 2048, 163_840, true);
    long experts = 2048L * 8 * (7168 + 7168) * 2;

    assertEquals(40L * 163_840 * 132 - experts, lengthy - brief);
    assertEquals(brief, activations.bytes(1, 2048, 4096, true));
  }

  /** Tokens of all copies come together, 32,768 at once, and go back: 480B over eight H20. */
  @Test
  void copiesShareTheirTokens() {
    VllmActivations copies = of("qwen3-coder-480b-a35b-instruct", "dp8ep8");
    long forward = 8192L * (3 * 8192 + 4 * 6144) * 2;
    long atOnce = 32_768L * 8 * (6144 + 6144) * 2;
    long gathered = 2 * 65_536L * 6144 * 2;

    assertEquals(forward + atOnce + gathered, copies.bytes(1, 8192, 8192, true));
  }

  /**
   * The encoder runs first; its pixels and tokens stay. Of an encoder whose sizes are not known it
   * is 16,384 tokens. V0 sends images and a video of the rest of the context through it, whose
   * patches take 55,000 bytes each.
   */
  @Test
  void modelsThatSee() {
    String model = "qwen2.5-vl-7b";
    long image = 16_384L * 3584 * 2;
    long plain = 8192L * (3 * 18_944 + 4 * 3584) * 2;
    VllmActivations early = of(model, "bf16", "tp1", false, 32_768);
    long patches = 16_384L * 4;

    long pixels = patches * 1176 * 2;
    long unknown = 8192L * (3 * 14_336 + 4 * 4096) * 2 + 16_384L * 4096 * 2;

    assertEquals(patches * 17_836 * 2, of(model, "tp1").bytes(1, 8192, 8192, true));
    assertEquals(2 * plain + pixels + image, of(model, "tp1").bytes(1, 16_384, 8192, true));
    assertEquals(unknown, of("llava-v1.6-mistral-7b-hf", "tp1").bytes(1, 8192, 8192, true));
    assertEquals(patches * 55_000 + patches * 7056 + image, early.bytes(1, 8192, 32_768, true));
    assertEquals(3 * patches * 55_000 + patches * 7056 + image, early.bytes(1, 8192, 65_536, true));
  }
}
