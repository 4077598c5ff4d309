package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.Model;

/**
 * LoRA adapters that are loaded with a model. A matrix takes {@code rank * (d_in + d_out)} (Hu et
 * al. 2021).
 *
 * @param count how many are loaded at the same time
 * @param rank 0 without adapters
 */
public record Adapters(int count, int rank, LoraTargets targets) {

  public static final int MAX_COUNT = 1024;
  public static final int MAX_RANK = 512;
  public static final Adapters NONE = new Adapters(1, 0, LoraTargets.ALL);

  private static final int BYTES_16_BIT = 2;

  public Adapters {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("count: " + count);
    }
    if (rank < 0 || rank > MAX_RANK) {
      throw new IllegalArgumentException("rank: " + rank);
    }
  }

  /** One adapter on all linear matrices. */
  public static Adapters ofRank(int rank) {
    return new Adapters(1, rank, LoraTargets.ALL);
  }

  long bytes(Model model) {
    return rank == 0 ? 0 : count * parameters(model) * BYTES_16_BIT;
  }

  /** Of one adapter. */
  public long parameters(Model model) {
    long widths = 0;
    for (Matrix matrix : Matrices.of(model)) {
      if (targets.contains(matrix)) {
        widths += (matrix.in() + matrix.out()) * matrix.count();
      }
    }
    return rank * widths;
  }
}
