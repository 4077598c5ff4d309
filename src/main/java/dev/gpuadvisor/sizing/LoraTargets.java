package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.Matrix.Block;
import dev.gpuadvisor.catalog.Matrix.Role;

/** Which matrices an adapter changes. Experts are left alone, as serving does. */
public enum LoraTargets {
  /** Every linear matrix of attention and feed-forward layers. */
  ALL,
  /** Queries, keys, values and output. */
  ATTENTION,
  /** Queries and values, as in the paper. */
  QUERY_VALUE;

  boolean contains(Matrix matrix) {
    return switch (this) {
      case ALL -> matrix.block() == Block.ATTENTION || matrix.block() == Block.FEED_FORWARD;
      case ATTENTION -> matrix.block() == Block.ATTENTION;
      case QUERY_VALUE -> matrix.role() == Role.QUERY || matrix.role() == Role.VALUE;
    };
  }
}
