package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import java.util.List;

/**
 * What PyTorch's caching allocator adds to weights: a block of 10 MiB or more is rounded to 2 MiB,
 * and a remainder of up to 1 MiB is not split off, so that it counts as allocated
 * (c10/cuda/CUDACachingAllocator). A 14B model in 16 bit has 135 MiB matrices and loses 1 MiB of
 * each: 0.14 GiB in all.
 */
public final class AllocatorRounding {

  private static final long MIB = 1L << 20;
  private static final long LEAST = 10 * MIB;
  private static final long STEP = 2 * MIB;
  private static final int BITS_16 = 16;

  private AllocatorRounding() {}

  static long bytes(Model model, List<Matrix> matrices, Quantization format) {
    long sum = 0;
    for (Matrix matrix : matrices) {
      sum +=
          lostOn(matrix.elements() * bits(matrix, format, model.experts().isEmpty()) / Byte.SIZE)
              * matrix.count();
    }
    long table = lostOn(model.embeddingTableParameters() * BITS_16 / Byte.SIZE);
    return sum + table * (model.tiedEmbeddings() ? 1 : 2);
  }

  /** Scales are tensors of their own: the weights themselves have whole bits. */
  private static int bits(Matrix matrix, Quantization format, boolean dense) {
    boolean quantized =
        switch (format.scope()) {
          case LINEAR, ALL -> true;
          case EXPERTS, EXPERTS_REST_8BIT -> matrix.block() == Matrix.Block.ROUTED_EXPERTS || dense;
        };
    return quantized ? (int) format.bitsPerWeight() : BITS_16;
  }

  /** Bytes that count as allocated besides those of a tensor of so many. */
  public static long lostOn(long bytes) {
    if (bytes < LEAST) {
      return 0;
    }
    long rest = Math.floorMod(-bytes, STEP);
    return rest <= MIB ? rest : 0;
  }
}
