package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.AttentionLayers.Keeps;
import dev.gpuadvisor.catalog.IndexKeys;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.sizing.memory.CacheBlocks.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * The cache of DeepSeek V4 (models/deepseek_v4 and kv_cache_utils.py): compressed entries, index
 * keys, a window of whole entries and the running states of the compressors share one pool. A block
 * has a place for each layer of the group with the most; every GPU has all of it. Windows and
 * states keep the tokens in flight besides, in blocks of 64, 4 and 8: with steps of 8,192 tokens
 * that is most of a sequence.
 */
final class CompressedCache {

  private static final int BLOCK = 256;
  private static final int WINDOW_BLOCK = 64;
  private static final int ALIGNMENT = 576;
  private static final int SCALES = 8;

  /** Entries of so few tokens overlap: their states are twice as wide. */
  static final int OVERLAPPING = 4;

  private final Shape shape;
  private final Attention.OneVector vector;
  private final int stages;
  private final List<Group> groups = new ArrayList<>();
  private final long entryPage;
  private final long indexPage;
  private final int indexLayers;
  private long fullBytes;
  private long pageSizes;
  private int tuples;

  CompressedCache(Shape shape, Attention.OneVector vector, int stages) {
    this.shape = shape;
    this.vector = vector;
    this.stages = stages;
    this.entryPage = aligned((long) WINDOW_BLOCK * entryBytes());
    IndexKeys index = shape.index().orElse(new IndexKeys(0, 0, 1));
    this.indexPage = aligned((long) BLOCK / index.tokensPerEntry() * index.bytesPerEntry());
    this.indexLayers = CacheBlocks.share(index.layers(), stages);
  }

  /** Keys in FP8, the rotary part in 16 bit, scales. */
  private long entryBytes() {
    return vector.dim() + vector.ropeDim() + SCALES;
  }

  CacheBlocks blocks() {
    countFull();
    int size = groupSize();
    tuples = Math.max(tuples, 1);
    groups.add(new Group(1, 0, 1, BLOCK, 0, 1));
    for (AttentionLayers group : shape.attentionLayers()) {
      int layers = CacheBlocks.share(group.layers(), stages);
      if (group.keeps() == Keeps.COMPRESSED) {
        addState(layers, group.tokensPerEntry(), size);
      } else {
        add(layers, layers * entryPage, group.window(), WINDOW_BLOCK, size);
      }
    }
    return new CacheBlocks(
        tuples * pageSizes, List.copyOf(groups), BLOCK, fullBytes / BLOCK, false);
  }

  /** The group that keeps all tokens: compressed entries and index keys. */
  private void countFull() {
    fullBytes = Math.max(1, indexLayers * indexPage);
    pageSizes = Math.max(1, indexPage);
    tuples = indexLayers;
    for (AttentionLayers group : shape.attentionLayers()) {
      if (group.keeps() == Keeps.COMPRESSED) {
        int layers = CacheBlocks.share(group.layers(), stages);
        int entries = Math.max(1, BLOCK / group.tokensPerEntry());
        long page = aligned(entries * entryBytes());
        fullBytes += layers * page;
        pageSizes += page;
        tuples = Math.max(tuples, layers);
      }
    }
  }

  /** The number of layers to a group that leaves the fewest places empty. */
  private int groupSize() {
    List<Integer> layers =
        shape.attentionLayers().stream()
            .map(group -> CacheBlocks.share(group.layers(), stages))
            .toList();
    int best = Math.max(1, tuples);
    int most = layers.stream().mapToInt(Integer::intValue).max().orElse(best);
    for (int size = best + 1; size <= most; size++) {
      if (empty(layers, size) <= empty(layers, best)) {
        best = size;
      }
    }
    return best;
  }

  private static int empty(List<Integer> layers, int size) {
    return layers.stream().mapToInt(each -> Math.floorMod(-each, size)).sum();
  }

  private void addState(int layers, int ratio, int size) {
    boolean overlapping = ratio == OVERLAPPING;
    int block = overlapping ? 4 : 8;
    int window = overlapping ? 2 * ratio : ratio;
    long bytes = entryPage + (overlapping ? indexPage : 0);
    add(layers, layers * bytes, window, block, size);
  }

  private void add(int layers, long bytes, int window, int block, int size) {
    int times = (int) CacheBlocks.up(layers, size);
    tuples = Math.max(tuples, (int) CacheBlocks.up(layers, times));
    groups.add(new Group(times, window, 1, block, 0, (double) bytes / times / fullBytes));
  }

  private static long aligned(long bytes) {
    return CacheBlocks.up(bytes, ALIGNMENT) * ALIGNMENT;
  }
}
