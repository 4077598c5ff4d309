package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.PagedCache;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.sizing.Parallel;
import java.util.ArrayList;
import java.util.List;

/**
 * The cache of one GPU as vLLM lays it out (kv_cache_utils.py): blocks of tokens. Layers that keep
 * different things are put into groups of the same number of layers, padded where need be; a block
 * is as large for each of them, and a sequence takes blocks of all groups from one pool.
 *
 * @param blockBytes of one block, over all layers of a group
 * @param groups what takes blocks
 * @param tokensPerBlock of the layers whose tokens are the largest
 * @param bytesPerToken what one more token takes where nothing is windowed, as the rule of thumb
 *     has it: over all layers that keep all tokens
 * @param stateful whether some layers have a state, of which each sequence needs a block
 */
record CacheBlocks(
    long blockBytes, List<Group> groups, int tokensPerBlock, long bytesPerToken, boolean stateful) {

  static final int USUAL_BLOCK = 16;
  private static final int LATENT_ALIGNMENT = 128;

  /**
   * Groups of layers that keep the same.
   *
   * @param times how many groups of these layers there are
   * @param window tokens kept; 0 for all
   * @param tokensPerEntry tokens that share an entry
   * @param blockTokens tokens of one block; 0 where it holds a state
   * @param stateBlocks of each sequence
   * @param weight of one of its blocks where sequences are counted: 1 but where blocks of a group
   *     use a part of their bytes only
   */
  record Group(
      int times, int window, int tokensPerEntry, int blockTokens, int stateBlocks, double weight) {

    /**
     * @param ahead tokens that are in flight besides the window
     */
    long blocks(long length, long ahead) {
      if (blockTokens == 0) {
        return (long) times * stateBlocks;
      }
      if (window > 0) {
        return times * (up(Math.min(window - 1L + ahead, length), blockTokens) + 1);
      }
      return times * up(up(length, tokensPerEntry), blockTokens);
    }
  }

  /** Layers of one kind: bytes of a token, or of a state. */
  private record Kind(int layers, long bytes, int window, int tokensPerEntry, boolean state) {}

  /**
   * @param drafting layers of what drafts tokens ahead, all on the last stage of a pipeline; each
   *     stage has its share of every kind of the others
   */
  static CacheBlocks of(
      Shape shape,
      List<AttentionLayers> drafting,
      KvCacheType type,
      PagedCache rule,
      Parallel parallel) {
    int stages = parallel.pipeline();
    int tensor = parallel.tensor();
    List<Kind> kinds = kinds(shape, type, rule, tensor, stages);
    for (AttentionLayers group : drafting) {
      add(kinds, kind(group, type, rule, tensor, 1));
    }
    long perToken = 0;
    for (Kind kind : kinds) {
      perToken += kind.state() ? 0 : kind.layers() * kind.bytes() / kind.tokensPerEntry();
    }
    if (kinds.isEmpty()) {
      return new CacheBlocks(0, List.of(), USUAL_BLOCK, 0, false);
    }
    boolean compressed = kinds.stream().anyMatch(kind -> kind.tokensPerEntry() > 1);
    if (compressed && shape.attention() instanceof Attention.OneVector vector) {
      return new CompressedCache(shape, vector, stages).blocks();
    }
    boolean oneTable = !rule.groups() || compressed || keepTheSameTokens(kinds);
    if (oneTable && perToken > 0) {
      return uniform(kinds, rule, perToken);
    }
    boolean latent = shape.attention() instanceof Attention.Latent;
    return grouped(kinds, rule, latent ? LATENT_ALIGNMENT : USUAL_BLOCK, perToken);
  }

  /** Blocks that one sequence counts for among several. */
  long blocksOf(long length, long ahead) {
    double blocks = 0;
    for (Group group : groups) {
      blocks += group.weight() * group.blocks(length, ahead);
    }
    return (long) Math.ceil(blocks);
  }

  /** Blocks that there must be for one sequence: whether a server starts. */
  long blocksToStart(long length, long ahead) {
    long blocks = 0;
    for (Group group : groups) {
      blocks += group.blocks(length, ahead);
    }
    return blocks;
  }

  /** Blocks that so many bytes make. */
  long blocksIn(long bytes) {
    return blockBytes == 0 ? 0 : Math.max(0, bytes) / blockBytes;
  }

  private static List<Kind> kinds(
      Shape shape, KvCacheType type, PagedCache rule, int tensor, int stages) {
    List<Kind> kinds = new ArrayList<>();
    for (AttentionLayers group : shape.attentionLayers()) {
      boolean keeps = group.keepsTokens() || group.keeps() == Keeps.COMPRESSED;
      if (keeps && group.layers() > 0) {
        add(kinds, kind(group, type, rule, tensor, stages));
      }
    }
    shape.index().ifPresent(index -> kinds.add(index(index, stages)));
    shape.recurrent().ifPresent(layers -> kinds.add(state(layers, tensor, stages)));
    return kinds;
  }

  private static Kind kind(
      AttentionLayers group, KvCacheType type, PagedCache rule, int tensor, int stages) {
    long bytes = bytesOfToken(group.attention(), type, rule, tensor);
    // Chunks are kept whole unless a switch, off or on by release, says otherwise.
    boolean windowed = rule.groups() && group.keeps() != Keeps.CHUNKS;
    int window = windowed ? group.window() : 0;
    return new Kind(share(group.layers(), stages), bytes, window, group.tokensPerEntry(), false);
  }

  /** Layers that keep the same in every respect are one kind. */
  private static void add(List<Kind> kinds, Kind more) {
    for (int i = 0; i < kinds.size(); i++) {
      Kind one = kinds.get(i);
      boolean same =
          one.bytes() == more.bytes()
              && one.window() == more.window()
              && one.tokensPerEntry() == more.tokensPerEntry();
      if (same) {
        kinds.set(
            i,
            new Kind(
                one.layers() + more.layers(),
                one.bytes(),
                one.window(),
                one.tokensPerEntry(),
                false));
        return;
      }
    }
    kinds.add(more);
  }

  /** Layers without a state that all look as far back have one table of blocks. */
  private static boolean keepTheSameTokens(List<Kind> kinds) {
    int window = kinds.get(0).window();
    return kinds.stream().noneMatch(kind -> kind.state() || kind.window() != window);
  }

  static int share(int layers, int stages) {
    return (int) up(layers, stages);
  }

  private static long bytesOfToken(
      Attention attention, KvCacheType type, PagedCache rule, int tensor) {
    int heads = attention.cacheHeads();
    long elements = attention.kvElementsPerTokenAndLayer() / heads * up(heads, tensor);
    if (attention instanceof Attention.Latent) {
      elements = up(elements, rule.latentPadding()) * rule.latentPadding();
    }
    return elements * type.bytesPerBlock() / KvCacheType.BLOCK;
  }

  private static Kind index(IndexKeys index, int stages) {
    return new Kind(
        share(index.layers(), stages), index.bytesPerEntry(), 0, index.tokensPerEntry(), false);
  }

  private static Kind state(RecurrentLayers layers, int tensor, int stages) {
    long bytes = layers.bytesInVllm() / layers.layers();
    return new Kind(share(layers.layers(), stages), up(bytes, tensor), 0, 1, true);
  }

  /** One table of blocks for all layers, whatever their tokens take. */
  private static CacheBlocks uniform(List<Kind> kinds, PagedCache rule, long perToken) {
    boolean windowed = kinds.stream().allMatch(kind -> kind.window() > 0);
    int window = windowed && rule.groups() ? kinds.get(0).window() : 0;
    Group all = new Group(1, window, 1, USUAL_BLOCK, 0, 1);
    return new CacheBlocks(perToken * USUAL_BLOCK, List.of(all), USUAL_BLOCK, perToken, false);
  }

  private static CacheBlocks grouped(
      List<Kind> kinds, PagedCache rule, int alignment, long perToken) {
    long widest = 1;
    long largestState = 0;
    int fewest = Integer.MAX_VALUE;
    int most = 0;
    for (Kind kind : kinds) {
      widest = kind.state() ? widest : Math.max(widest, kind.bytes());
      largestState = kind.state() ? Math.max(largestState, kind.bytes()) : largestState;
      fewest = Math.min(fewest, kind.layers());
      most = Math.max(most, kind.layers());
    }
    // A block must hold a state; one that is larger than the usual makes the block larger.
    long tokens =
        largestState == 0 ? USUAL_BLOCK : alignment * up(largestState, alignment * widest);
    tokens = Math.max(tokens, USUAL_BLOCK);
    int size = most < 1.5 * fewest ? most : fewest;
    List<Group> groups = new ArrayList<>();
    for (Kind kind : kinds) {
      int times = (int) up(kind.layers(), size);
      int blockTokens = kind.state() ? 0 : (int) (tokens * (widest / Math.max(1, kind.bytes())));
      groups.add(
          new Group(
              times, kind.window(), kind.tokensPerEntry(), blockTokens, rule.stateBlocks(), 1));
    }
    return new CacheBlocks(
        size * tokens * widest, List.copyOf(groups), (int) tokens, perToken, largestState > 0);
  }

  static long up(long size, long parts) {
    return (size + parts - 1) / parts;
  }
}
