package dev.gpuadvisor.unlisted;

import java.util.Optional;

/**
 * Methods that few checkpoints have: sized by what they store, as the catalogue's format that comes
 * closest. Sources: transformers 5.24.0 utils/quantization_config.py and integrations, hqq
 * core/quantize.py, aqlm inference.py, optimum-quanto tensor/qbits, the papers of HIGGS and SINQ.
 *
 * @param config where their fields are
 * @param own name of the object that has them
 * @param plain format of weights that are not quantized
 */
record RareMethods(ConfigReader config, String own, String plain) {

  private static final String FOUR_BITS = "w4a16";
  private static final String EIGHT_BITS = "gptq-int8";

  private static final int MOST_BITS = 64;
  private static final int WORD = 32;
  private static final int BITS_OF_SCALE = 16;
  private static final int GROUP_OF_QUANTO = 128;
  private static final int GROUP_OF_HIGGS = 256;

  /** A ternary weight is packed in two bits. */
  private static final int TERNARY = 2;

  /**
   * @param method in lower case, with dashes
   */
  Optional<StoredWeights> stored(String method) {
    return switch (method) {
      case "hqq" -> hqq(own + ".quant_config.weight_quant_params");
      case "sinq" -> hqq(own);
      case "aqlm" -> aqlm();
      case "quanto" -> quanto();
      case "higgs" -> Optional.of(scaled(number("bits", 4), BITS_OF_SCALE, GROUP_OF_HIGGS, method));
      case "fp-quant" -> fpQuant();
      case "bitnet" -> Optional.of(bitnet());
      case "w4afp8" -> Optional.of(scaled(4, BITS_OF_SCALE, GROUP_OF_QUANTO, method));
      default -> Optional.empty();
    };
  }

  /** In the bits that packing whole numbers into words of 32 bits leaves each. */
  static double packed(int bits) {
    return (double) WORD / (WORD / bits);
  }

  /** A scale and a zero point in 16 bit for each group. */
  private Optional<StoredWeights> hqq(String params) {
    int bits = config.countFromZero(params + ".nbits", MOST_BITS, 0);
    if (bits == 0 || bits > 8) {
      return Optional.empty();
    }
    int group = QuantizationMethod.groupSize(config, params + ".group_size");
    return Optional.of(
        scaled(packed(bits), 2 * BITS_OF_SCALE, group, config.text(own + ".quant_method")));
  }

  /** Codes of a few bits for each group of weights, and for each matrix its codebooks. */
  private Optional<StoredWeights> aqlm() {
    int codebooks = number("num_codebooks", 1);
    int bits = number("nbits_per_codebook", 16);
    int group = number("in_group_size", 8) * number("out_group_size", 1);
    if (group == 0 || bits == 0 || bits > 16) {
      return Optional.empty();
    }
    double each = (double) codebooks * bits / group;
    double book = (double) codebooks * (1 << bits) * group * BITS_OF_SCALE;
    return Optional.of(StoredWeights.as(FOUR_BITS, each, "aqlm", book));
  }

  private Optional<StoredWeights> quanto() {
    return switch (config.text(own + ".weights")) {
      case "int8" -> Optional.of(StoredWeights.of("int8"));
      case "float8" -> Optional.of(StoredWeights.of("fp8"));
      case "int4" -> Optional.of(scaled(4, 2 * BITS_OF_SCALE, GROUP_OF_QUANTO, "quanto int4"));
      case "int2" -> Optional.of(scaled(2, 2 * BITS_OF_SCALE, GROUP_OF_QUANTO, "quanto int2"));
      default -> Optional.empty();
    };
  }

  private Optional<StoredWeights> fpQuant() {
    String type = config.text(own + ".forward_dtype");
    return type.equals("mxfp4") || type.equals("nvfp4")
        ? Optional.of(StoredWeights.of(type))
        : Optional.empty();
  }

  /** Trained in three values; packed unless the weights are still those of training. */
  private StoredWeights bitnet() {
    boolean packed = !config.text(own + ".quantization_mode").equals("online");
    return packed ? StoredWeights.as(FOUR_BITS, TERNARY, "bitnet", 0) : StoredWeights.of(plain);
  }

  private int number(String field, int usual) {
    return config.countFromZero(own + "." + field, 1 << 16, usual);
  }

  private static StoredWeights scaled(double bits, int scale, int group, String name) {
    double all = bits + (group == 0 ? 0 : (double) scale / group);
    return StoredWeights.as(bits > 4 ? EIGHT_BITS : FOUR_BITS, all, name, 0);
  }
}
