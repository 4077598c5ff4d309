package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.unlisted.StoredWeights.Others;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The groups of compressed-tensors: for the modules that it targets, each says how weights are
 * stored. A group for a class ({@code Linear}) has what no other group names.
 *
 * @param config where its fields are
 * @param own name of the object that has them
 * @param plain format of weights that are not quantized
 */
record CompressedGroups(ConfigReader config, String own, String plain) {

  /** Of two weights in four that are kept, their places: a bit for each of all. */
  private static final double PLACES = 1;

  /** A group, and its bits per weight. */
  private record Group(StoredWeights stored, double bits, List<String> targets) {

    boolean ofClass() {
      return targets.isEmpty() || targets.stream().anyMatch(CompressedGroups::isClass);
    }
  }

  /** Of the group with the fewest bits; the others take more. */
  StoredWeights stored() {
    String sparse = config.text(own + ".sparsity_config.format");
    if (sparse.contains("24") || sparse.contains("bitmask")) {
      return StoredWeights.notCovered("compressed-tensors " + sparse);
    }
    List<Group> groups = groups();
    for (Group group : groups) {
      if (!group.stored().isCovered()) {
        return group.stored();
      }
    }
    return groups.isEmpty() ? StoredWeights.of(plain) : groups.get(0).stored();
  }

  /** Whether what no group names stays in 16 bit. */
  boolean leavesTheRest() {
    List<Group> groups = groups();
    return !groups.isEmpty() && groups.stream().noneMatch(Group::ofClass);
  }

  /** Modules that the group with the fewest bits names. */
  List<String> targets() {
    List<Group> groups = groups();
    return groups.isEmpty() ? List.of() : groups.get(0).targets();
  }

  /** Modules and classes that any group names. */
  Stream<String> allTargets() {
    return groups().stream().flatMap(group -> group.targets().stream());
  }

  /** What is stored in more bits than that, and in how many. */
  List<Others> others() {
    List<Others> others = new ArrayList<>();
    for (Group group : groups()) {
      others.add(new Others(group.ofClass() ? List.of() : group.targets(), group.bits()));
    }
    return others.isEmpty() ? others : others.subList(1, others.size());
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (String name : config.within(own + ".config_groups")) {
      String group = own + ".config_groups." + name;
      if (config.has(group + ".weights")) {
        groups.add(group(group));
      }
    }
    groups.sort(Comparator.comparingDouble(Group::bits));
    return groups;
  }

  private Group group(String group) {
    String weights = group + ".weights";
    String format = config.text(own + ".format") + config.text(group + ".format");
    int bits = config.countFromZero(weights + ".num_bits", 64, 0);
    List<String> targets = config.items(group + ".targets").orElse(List.of());
    if (format.contains("marlin-24")) {
      double sparse = bits / 2.0 + PLACES + scales(weights, 0);
      StoredWeights stored = StoredWeights.as("w4a16", sparse, "marlin-24", 0);
      return new Group(bits == 0 ? StoredWeights.of(plain) : stored, sparse, targets);
    }
    boolean floats = config.text(weights + ".type").equals("float");
    StoredWeights stored = floats ? floats(format, weights, bits) : integers(group, weights, bits);
    return new Group(stored, stored.effectiveBits(), targets);
  }

  private StoredWeights floats(String format, String weights, int bits) {
    int group = QuantizationMethod.groupSize(config, weights + ".group_size");
    boolean mx = format.contains("mxfp") || group == 32 && config.has(weights + ".group_size");
    if (bits == 4) {
      return StoredWeights.of(mx ? "mxfp4" : "nvfp4");
    }
    if (bits != 8) {
      return StoredWeights.notCovered("compressed-tensors float" + bits);
    }
    return mx ? StoredWeights.of("fp8", 8.25) : StoredWeights.of("fp8");
  }

  /** Whole numbers in 4 bits are packed; those in 8 are computed in where activations are, too. */
  private StoredWeights integers(String group, String weights, int bits) {
    boolean activations = config.has(group + ".input_activations");
    return switch (bits) {
      case 4 -> fourBits(weights);
      case 8 -> eightBits(activations, weights);
      case 0, 16 -> StoredWeights.of(plain);
      case 2, 3 ->
          StoredWeights.as(
              "w4a16",
              RareMethods.packed(bits) + scales(weights, bits),
              "compressed-tensors int" + bits,
              0);
      default -> StoredWeights.notCovered("compressed-tensors int" + bits);
    };
  }

  /** In 8 bits with activations in 16, a scale stands for a channel mostly. */
  private StoredWeights eightBits(boolean activations, String weights) {
    String format = config.text(own + ".format");
    if (activations || format.contains("int-quantized")) {
      return StoredWeights.of("w8a8");
    }
    return StoredWeights.of("gptq-int8", 8 + scales(weights, 8));
  }

  private StoredWeights fourBits(String weights) {
    double bits = 4 + scales(weights, 4);
    return bits == 4.125
        ? StoredWeights.of("w4a16")
        : bits == 4.5 ? StoredWeights.of("w4a16-g32") : StoredWeights.of("w4a16", bits);
  }

  /** A scale for each group, and a zero point where they are not symmetric. */
  private double scales(String weights, int bits) {
    boolean ofChannels =
        config.text(weights + ".strategy").equals("channel")
            || !config.has(weights + ".group_size");
    int group = ofChannels ? 0 : QuantizationMethod.groupSize(config, weights + ".group_size");
    int zero = config.flag(weights + ".symmetric", true) ? 0 : bits;
    return group == 0 ? 0 : (16.0 + zero) / group;
  }

  /** {@code Linear}, {@code MoEGMM}: not a module's name, and no pattern of names. */
  private static boolean isClass(String target) {
    return !target.startsWith("re:")
        && target.indexOf('.') < 0
        && target.indexOf('*') < 0
        && !target.isEmpty()
        && Character.isUpperCase(target.charAt(0));
  }
}
