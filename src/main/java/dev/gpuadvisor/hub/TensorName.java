package dev.gpuadvisor.hub;

import java.util.Arrays;
import java.util.List;

/** What the name of a tensor says, {@code model.layers.3.mlp.up_proj.weight}. */
record TensorName(List<String> parts) {

  private static final List<String> LISTS = List.of("layers", "h", "blocks", "blk");
  private static final List<String> FURTHER = List.of("mtp", "nextn", "mtp_layers", "eagle");
  private static final int MOST_DIGITS = 6;

  static TensorName of(String name) {
    return new TensorName(Arrays.asList(name.split("\\.", 64)));
  }

  /**
   * Whether it is loaded to serve: layers that predict further tokens are so only to speculate.
   *
   * @param layers of the model; what is numbered higher predicts further tokens
   */
  boolean isLoaded(int layers) {
    return parts.stream().noneMatch(FURTHER::contains) && layer() < layers;
  }

  /** -1 where it belongs to no layer of the language model. */
  private int layer() {
    boolean tower =
        parts.stream().anyMatch(part -> part.contains("vision") || part.equals("visual"));
    for (int i = 0; i + 1 < parts.size() && !tower; i++) {
      String number = parts.get(i + 1);
      boolean digits =
          !number.isEmpty() && number.chars().allMatch(each -> each >= '0' && each <= '9');
      if (LISTS.contains(parts.get(i)) && digits && number.length() <= MOST_DIGITS) {
        return Integer.parseInt(number);
      }
    }
    return -1;
  }
}
