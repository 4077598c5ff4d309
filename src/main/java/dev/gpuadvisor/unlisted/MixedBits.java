package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.unlisted.StoredWeights.Others;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights that a configuration stores in other bits than most of them: as many in 16 bit would take
 * the same memory; negative where they are in fewer.
 *
 * @param config where its fields are
 * @param own name of the object that has them
 */
record MixedBits(ConfigReader config, String own, KeptLayers layers) {

  private static final int SIXTEEN = 16;
  private static final int USUAL_GROUP = 128;

  /** GPTQModel's sign of a pattern whose modules are not quantized. */
  private static final String NOT = "-:";

  /**
   * @param kept names of modules that are not quantized
   * @param stored how the others are, as far as nothing else is said of them
   */
  long in16Bit(List<String> kept, StoredWeights stored) {
    List<String> all = new ArrayList<>(kept);
    List<Others> others = new ArrayList<>();
    for (String field : List.of(".dynamic", ".extra_config", ".layer_quant_config")) {
      for (String entry : config.items(own + field).orElse(List.of())) {
        addEntry(entry, all, others);
      }
    }
    CompressedGroups groups = new CompressedGroups(config, own, "");
    others.addAll(groups.others());
    double rest = layers.elements() - layers.left(all);
    for (Others other : others) {
      rest -= layers.left(other.patterns());
    }
    boolean named =
        groups.leavesTheRest() || others.stream().anyMatch(each -> each.patterns().isEmpty());
    rest -= named ? layers.left(groups.targets()) : 0;
    double sum = layers.left(all) + (groups.leavesTheRest() ? Math.max(0, rest) : 0);
    for (Others other : others) {
      double share = other.patterns().isEmpty() ? Math.max(0, rest) : layers.left(other.patterns());
      sum += share * more(other.bits(), stored.effectiveBits());
    }
    return Math.round(Math.min(sum, layers.elements()));
  }

  /** {@code +:.*down_proj 8}, {@code model.layers.0.mlp.up_proj 16}; without bits, as the rest. */
  private static void addEntry(String entry, List<String> kept, List<Others> others) {
    int space = entry.lastIndexOf(' ');
    String pattern = entry.substring(0, space);
    String bits = entry.substring(space + 1);
    if (pattern.startsWith(NOT)) {
      kept.add(pattern);
    } else if (bits.matches("[0-9]{1,2}(/-?[0-9]{1,5})?")) {
      others.add(new Others(List.of(pattern), withScales(bits.split("/"))));
    } else {
      double ofType = ofType(bits);
      others.addAll(ofType == 0 ? List.of() : List.of(new Others(List.of(pattern), ofType)));
    }
  }

  /** A scale in 16 bit and a zero point for each group, of 128 unless another size is said. */
  private static double withScales(String[] bitsAndGroup) {
    int bits = Integer.parseInt(bitsAndGroup[0]);
    int group = bitsAndGroup.length > 1 ? Integer.parseInt(bitsAndGroup[1]) : USUAL_GROUP;
    return bits >= SIXTEEN || group <= 0 ? bits : bits + (SIXTEEN + bits) / (double) group;
  }

  /** Quark's names of types; 0 where it is none of them. */
  private static double ofType(String type) {
    return switch (type) {
      case "fp8_e4m3", "fp8_e5m2", "int8", "uint8" -> 8;
      case "fp4", "mx", "mxfp4" -> 4.25;
      case "int4", "uint4" -> 4.15625;
      case "float16", "bfloat16" -> SIXTEEN;
      default -> 0;
    };
  }

  private static double more(double bits, double than) {
    return (Math.min(bits, SIXTEEN) - than) / (SIXTEEN - than);
  }
}
