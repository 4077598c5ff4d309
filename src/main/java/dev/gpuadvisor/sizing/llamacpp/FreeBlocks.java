package dev.gpuadvisor.sizing.llamacpp;

import java.util.ArrayList;
import java.util.List;

/**
 * The free memory of a buffer that only grows, as ggml's graph allocator keeps it: a tensor takes
 * the tightest hole that it fits in, and the open end where it fits in none.
 *
 * <p>Source: {@code ggml_dyn_tallocr} in ggml-org/llama.cpp ggml/src/ggml-alloc.c.
 */
final class FreeBlocks {

  private static final class Block {
    private long at;
    private long size;

    private Block(long at, long size) {
      this.at = at;
      this.size = size;
    }

    private long end() {
      return at + size;
    }
  }

  /** By address; the last is the open end. */
  private final List<Block> blocks = new ArrayList<>(List.of(new Block(0, Long.MAX_VALUE)));

  private long highest;

  /** Bytes that the buffer must have had so far. */
  long highest() {
    return highest;
  }

  /** The address of so many bytes. */
  long take(long size) {
    Block best = blocks.get(blocks.size() - 1);
    for (Block hole : blocks.subList(0, blocks.size() - 1)) {
      if (hole.size >= size && hole.size <= best.size) {
        best = hole;
      }
    }
    long at = best.at;
    best.at += size;
    best.size -= size;
    if (best.size == 0) {
      blocks.remove(best);
    }
    highest = Math.max(highest, at + size);
    return at;
  }

  /** Gives back what was taken, together with the holes beside it. */
  void free(long at, long size) {
    int next = 0;
    while (blocks.get(next).at < at) {
      next++;
    }
    Block freed = new Block(at, size);
    Block after = blocks.get(next);
    if (freed.end() == after.at) {
      freed.size += after.size;
      blocks.remove(next);
    }
    if (next > 0 && blocks.get(next - 1).end() == at) {
      blocks.get(next - 1).size += freed.size;
    } else {
      blocks.add(next, freed);
    }
  }
}
