package dev.gpuadvisor.sizing.memory;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.AttentionLayers;
import dev.gpuadvisor.catalog.DenseLayers;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.AllocatorRounding;

/**
 * What PyTorch's allocator adds to the matrices of one GPU as vLLM makes them: queries, keys and
 * values in one (QKVParallelLinear), and so what goes up and its gate (MergedColumnParallelLinear).
 * Qwen2-7B has 28 layers with matrices of 31.5, 259 and 129.5 MiB, and loses 56 MiB. Matrices that
 * are packed for a kernel of fewer bits are made anew for it: what those lose is not counted.
 */
record VllmRounding(Model model, Quantization format, int gpus) {

  private static final int BYTES_16_BIT = 2;

  long layers() {
    int bytes = bytesPerWeight();
    if (bytes == 0) {
      return 0;
    }
    long hidden = model.hiddenSize() * (long) bytes;
    long sum = 0;
    for (AttentionLayers group : model.shape().attentionLayers()) {
      if (group.attention() instanceof Grouped grouped) {
        sum += group.layers() * attention(grouped, hidden);
      }
    }
    for (DenseLayers dense : model.shape().dense()) {
      sum += dense.layers() * feedForward(dense.size(), hidden);
    }
    return sum;
  }

  /** Of the head and of the embeddings, or of the one table that is both. */
  long tables() {
    long table = model.embeddingTableParameters() * BYTES_16_BIT / gpus;
    return AllocatorRounding.lostOn(table) * (model.tiedEmbeddings() ? 1 : 2);
  }

  /** 0 where a format does not leave matrices as they were loaded. */
  private int bytesPerWeight() {
    boolean whole =
        format.scope() == Quantization.Scope.LINEAR && model.keptIn16Bit(format.id()) == 0;
    return whole
        ? switch (format.id()) {
          case "bf16", "fp16" -> BYTES_16_BIT;
          case "fp8" -> 1;
          default -> 0;
        }
        : 0;
  }

  private long attention(Grouped grouped, long hidden) {
    boolean gated = grouped.projections() == Grouped.Projections.GATED;
    long heads = (grouped.heads() + gpus - 1) / gpus;
    long keyHeads = (grouped.kvHeads() + gpus - 1) / gpus;
    long in =
        heads * grouped.headDim() * (gated ? 2 : 1)
            + keyHeads * (grouped.headDim() + grouped.valueDim());
    return AllocatorRounding.lostOn(hidden * in)
        + AllocatorRounding.lostOn(hidden * heads * grouped.valueDim());
  }

  private long feedForward(long size, long hidden) {
    long up = hidden * size * (model.shape().gated() ? 2 : 1) / gpus;
    return AllocatorRounding.lostOn(up) + AllocatorRounding.lostOn(hidden * size / gpus);
  }
}
