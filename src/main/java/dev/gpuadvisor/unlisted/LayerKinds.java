package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.unlisted.LayerPlan.Part;
import java.util.Map;

/** What configurations call the kinds of layers. */
final class LayerKinds {

  private static final Map<String, Part> NAMES =
      Map.ofEntries(
          Map.entry("full_attention", Part.FULL),
          Map.entry("attention", Part.FULL),
          Map.entry("*", Part.FULL),
          Map.entry("indexed_attention", Part.FULL),
          Map.entry("minimax_m3_sparse", Part.FULL),
          Map.entry("deepseek_sparse_attention", Part.FULL),
          Map.entry("global_attention", Part.FULL),
          Map.entry("compressed_sparse_attention", Part.FULL),
          Map.entry("heavily_compressed_attention", Part.FULL),
          Map.entry("sliding_attention", Part.SLIDING),
          Map.entry("chunked_attention", Part.SLIDING),
          Map.entry("local_attention", Part.SLIDING),
          Map.entry("reference_sliding_attention", Part.SLIDING),
          Map.entry("linear_attention", Part.RECURRENT),
          Map.entry("mamba", Part.RECURRENT),
          Map.entry("M", Part.RECURRENT),
          Map.entry("hybrid", Part.FULL),
          Map.entry("hybrid_sliding", Part.SLIDING),
          Map.entry("conv", Part.RECURRENT),
          Map.entry("mlp", Part.DENSE),
          Map.entry("-", Part.DENSE),
          Map.entry("moe", Part.EXPERTS),
          Map.entry("E", Part.EXPERTS));

  private LayerKinds() {}

  /** Null where no such name is known. */
  static Part part(String name) {
    return NAMES.get(name);
  }
}
