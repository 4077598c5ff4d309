package dev.gpuadvisor.sizing.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.PagedCache;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.memory.CacheBlocks.Group;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vLLM's cache in blocks of tokens, by the shapes that the models are published with. */
class CacheBlocksTest {

  private static CacheBlocks blocks(String runtime, String model, KvCacheType type, String on) {
    PagedCache rule =
        ((Paged) Workloads.CATALOG.runtimes().find(runtime).orElseThrow().memory()).cache();
    return CacheBlocks.of(
        Workloads.model(model).shape(), List.of(), type, rule, Parallel.parse(on).orElseThrow());
  }

  /** Keys and values of 16 bit: 2 x heads x width x 2 bytes in each layer; latent vectors whole. */
  @ParameterizedTest
  @CsvSource({
    "vllm, llama-3.1-8b, BF16, tp1, 131072", // 32 x 2 x 8 x 128 x 2
    "vllm, llama-3.1-8b, FP8, tp1, 65536",
    "vllm, llama-3.1-8b, BF16, tp4, 32768",
    "vllm, llama-3.1-8b, BF16, tp16, 16384", // each has one head
    "vllm, llama-3.1-8b, BF16, pp2, 65536",
    "vllm, llama-3.1-8b, BF16, pp3, 45056", // 11 of 32 layers
    "vllm, deepseek-v3, BF16, tp1, 70272", // 61 x 576 x 2
    "vllm, deepseek-v3, BF16, tp8, 70272",
    "vllm-0.6, deepseek-v3, BF16, tp1, 78080", // padded to 640
  })
  void bytesOfAToken(String runtime, String model, KvCacheType type, String on, long bytes) {
    CacheBlocks blocks = blocks(runtime, model, type, on);

    assertEquals(bytes, blocks.bytesPerToken());
    assertEquals(16 * bytes, blocks.blockBytes());
    assertEquals(16, blocks.tokensPerBlock());
    assertEquals(List.of(new Group(1, 0, 1, 16, 0, 1)), blocks.groups());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 1", "17, 2", "8192, 512", "8193, 513"})
  void blocksOfASequence(long length, long expected) {
    CacheBlocks blocks = blocks("vllm", "llama-3.1-8b", KvCacheType.BF16, "tp1");

    assertEquals(expected, blocks.blocksOf(length, 4096));
    assertEquals(expected, blocks.blocksToStart(length, 4096));
  }

  @Test
  void blocksInBytes() {
    CacheBlocks blocks = blocks("vllm", "llama-3.1-8b", KvCacheType.BF16, "tp1");

    assertEquals(0, blocks.blocksIn(-1));
    assertEquals(0, blocks.blocksIn(16 * 131_072 - 1));
    assertEquals(1, blocks.blocksIn(16 * 131_072));
  }

  /**
   * Gemma 3 27B: 52 layers look back over 1024 tokens, 10 over all. Groups of ten: one of the
   * latter, six of the former (two places of the last are empty).
   */
  @Test
  void layersWithAWindowAreGroupedWithTheOthers() {
    CacheBlocks blocks = blocks("vllm", "gemma-3-27b", KvCacheType.BF16, "tp1");

    assertEquals(10L * 16 * 2 * 16 * 128 * 2, blocks.blockBytes());
    assertEquals(
        List.of(new Group(1, 0, 1, 16, 0, 1), new Group(6, 1024, 1, 16, 0, 1)),
        blocks.groups().stream()
            .map(g -> new Group(g.times(), g.window(), g.tokensPerEntry(), g.blockTokens(), 0, 1))
            .toList());
    // 2048 blocks of all tokens; (1023 + 4096) / 16, rounded up, and one more, six times
    assertEquals(2048 + 6 * 321, blocks.blocksOf(32_768, 4096));
    assertEquals(62L * 2 * 16 * 128 * 2, blocks.bytesPerToken());
    // no longer than the sequence
    assertEquals(32 + 6 * 33, blocks.blocksOf(512, 4096));
  }

  /** Before groups, all layers keep all tokens. */
  @Test
  void earlyReleasesKeepAll() {
    CacheBlocks blocks = blocks("vllm-0.6", "gemma-3-27b", KvCacheType.BF16, "tp1");

    assertEquals(1, blocks.groups().size());
    assertEquals(0, blocks.groups().get(0).window());
    assertEquals(16 * 62L * 2 * 16 * 128 * 2, blocks.blockBytes());
  }

  /** gpt-oss: 12 of 24 layers look back over 128 tokens: one group of each. */
  @Test
  void halfOfTheLayersHaveAWindow() {
    CacheBlocks blocks = blocks("vllm", "gpt-oss-20b", KvCacheType.BF16, "tp1");

    assertEquals(12L * 16 * 2 * 8 * 64 * 2, blocks.blockBytes());
    // 2048 of all tokens; (127 + 2048) / 16, rounded up, and one more
    assertEquals(2048 + 137, blocks.blocksOf(32_768, 2048));
  }

  /** Where layers have a state a block holds one, and each sequence needs its own. */
  @Test
  void statesMakeBlocksLarger() {
    CacheBlocks blocks = blocks("vllm", "qwen3-next-80b-a3b-instruct", KvCacheType.BF16, "tp1");
    Group states =
        blocks.groups().stream().filter(g -> g.blockTokens() == 0).findFirst().orElseThrow();

    assertTrue(blocks.stateful());
    assertEquals(3, states.times()); // 36 of 48 layers, in groups of 12
    assertEquals(6, states.blocks(1_000_000, 0)); // two of each, from 0.26 on
    assertEquals(0, blocks.tokensPerBlock() % 16);
    assertTrue(blocks.tokensPerBlock() > 16);
    // 12 layers of 2 heads of 256, keys and values
    assertEquals(12L * 2 * 2 * 256 * 2, blocks.bytesPerToken());
    assertEquals(blocks.bytesPerToken() * blocks.tokensPerBlock(), blocks.blockBytes());
  }

  /**
   * DeepSeek V4 Flash: an entry has 512 + 64 + 8 bytes, 64 of them a page of 37,440, which is 65
   * times 576. For 256 tokens 21 layers have such a page of entries of four tokens and one of index
   * keys (64 of 132 bytes: 8,640), 20 a page of two entries (1,728). Groups of 22 leave the fewest
   * of 43, 21 and 20 places empty.
   */
  @Test
  void compressedEntriesShareAPool() {
    CacheBlocks blocks = blocks("vllm", "deepseek-v4-flash", KvCacheType.FP8, "tp1");
    long full = 21 * (37_440 + 8640) + 20 * 1728;

    assertEquals(22L * (37_440 + 8640 + 1728), blocks.blockBytes());
    assertEquals(full / 256, blocks.bytesPerToken());
    assertEquals(256, blocks.tokensPerBlock());
    assertEquals(
        List.of(
            new Group(1, 0, 1, 256, 0, 1),
            new Group(2, 128, 1, 64, 0, 43 * 37_440 / 2.0 / full),
            new Group(1, 8, 1, 4, 0, 21.0 * (37_440 + 8640) / full),
            new Group(1, 128, 1, 8, 0, 20.0 * 37_440 / full)),
        blocks.groups());
    assertEquals(
        blocks.blockBytes(),
        blocks("vllm", "deepseek-v4-flash", KvCacheType.FP8, "tp8").blockBytes());
  }

  @Test
  void whatKeepsNothingHasNoBlocks() {
    CacheBlocks blocks = blocks("vllm", "bge-m3", KvCacheType.BF16, "tp1");

    assertEquals(0, blocks.blockBytes());
    assertEquals(0, blocks.blocksIn(1L << 30));
    assertEquals(List.of(), blocks.groups());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "16, 16, 1", "17, 16, 2", "0, 16, 0", "33, 8, 5"})
  void roundsUp(long size, long parts, long rounded) {
    assertEquals(rounded, CacheBlocks.up(size, parts));
  }
}
