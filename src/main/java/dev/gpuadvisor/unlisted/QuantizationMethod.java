package dev.gpuadvisor.unlisted;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the methods of quantization store, each by the fields that it has. Sources: transformers
 * 5.24.0 utils/quantization_config.py, vLLM 0.33.0 model_executor/layers/quantization, TensorRT
 * Model Optimizer modelopt/torch/export, compressed-tensors quantization/quant_args.py.
 *
 * @param config where its fields are
 * @param own name of the object that has them
 * @param plain format of weights that are not quantized
 */
record QuantizationMethod(ConfigReader config, String own, String plain) {

  private static final String FP8 = "fp8";
  private static final String NVFP4 = "nvfp4";
  private static final String MXFP4 = "mxfp4";
  private static final String W8A8 = "w8a8";

  private static final int LARGEST_GROUP = 1 << 16;
  private static final int USUAL_GROUP = 128;
  private static final int BITS_OF_SCALE = 16;
  private static final double MXFP8_BITS = 8.25;

  /** Those whose name alone says it; the others are asked for their bits. */
  private static final Map<String, StoredWeights> BY_NAME =
      Map.ofEntries(
          Map.entry("fp8", StoredWeights.of(FP8)),
          Map.entry("fbgemm_fp8", StoredWeights.of(FP8)),
          Map.entry("finegrained_fp8", StoredWeights.of(FP8)),
          Map.entry("ptpc_fp8", StoredWeights.of(FP8)),
          Map.entry("w8a8_fp8", StoredWeights.of(FP8)),
          Map.entry("modelopt_fp8", StoredWeights.of(FP8)),
          Map.entry("mxfp8", StoredWeights.of(FP8, MXFP8_BITS)),
          Map.entry("modelopt_mxfp8", StoredWeights.of(FP8, MXFP8_BITS)),
          Map.entry("modelopt_fp4", StoredWeights.of(NVFP4)),
          Map.entry("petit_nvfp4", StoredWeights.of(NVFP4)),
          Map.entry("mxfp4", StoredWeights.of(MXFP4)),
          Map.entry("w8a8_int8", StoredWeights.of(W8A8)),
          Map.entry("eetq", StoredWeights.of("int8")));

  StoredWeights stored() {
    String method = config.text(own + ".quant_method").toLowerCase(Locale.ROOT).replace('_', '-');
    String algorithm = config.text(own + ".quant_algo").toUpperCase(Locale.ROOT);
    if (!algorithm.isEmpty()) {
      return ofAlgorithm(algorithm);
    }
    StoredWeights byName = BY_NAME.get(method.replace('-', '_'));
    if (byName != null) {
      return byName;
    }
    return switch (method) {
      case "awq", "awq-marlin", "gptq", "gptq-marlin", "auto-awq" -> packed(method);
      case "auto-round", "intel/auto-round", "autoround", "inc" -> autoRound(method);
      case "compressed-tensors" -> new CompressedGroups(config, own, plain).stored();
      case "bitsandbytes", "bnb" -> bitsAndBytes();
      case "torchao" -> torchAo();
      case "quark" -> quark();
      case "modelopt" -> notCovered("modelopt");
      case "" -> withoutMethod();
      default ->
          new RareMethods(config, own, plain)
              .stored(method)
              .orElseGet(() -> notCovered(config.text(own + ".quant_method")));
    };
  }

  /** NVIDIA's names: {@code NVFP4}, {@code FP8_PB_WO}, {@code W4A16_AWQ}. */
  private StoredWeights ofAlgorithm(String algorithm) {
    if (algorithm.contains("MIXED")) {
      boolean four =
          config.items(own + ".quantized_layers").orElse(List.of()).stream()
              .anyMatch(matrix -> matrix.endsWith("NVFP4"));
      return StoredWeights.of(four ? NVFP4 : FP8);
    }
    if (algorithm.contains("NVFP4")) {
      return StoredWeights.of(NVFP4);
    }
    if (algorithm.startsWith("MXFP8")) {
      return StoredWeights.of(FP8, MXFP8_BITS);
    }
    if (algorithm.startsWith("FP8")) {
      return StoredWeights.of(FP8);
    }
    if (algorithm.startsWith("MXFP4") || algorithm.startsWith("W4A8_MXFP4")) {
      return StoredWeights.of(MXFP4);
    }
    if (algorithm.startsWith("W4A8_AWQ")) {
      return StoredWeights.of("w4a16");
    }
    if (algorithm.startsWith("W4A16") || algorithm.startsWith("INT4")) {
      return grouped("awq", 4, 4);
    }
    return algorithm.startsWith("INT8_SQ") || algorithm.startsWith("W8A8_SQ")
        ? StoredWeights.of(W8A8)
        : notCovered(algorithm);
  }

  /**
   * With zero points in the weights' own bits, which they have room for where they are not used.
   */
  private StoredWeights packed(String method) {
    boolean awq = method.contains("awq");
    int bits = config.countFromZero(bitsField(), 64, awq ? 4 : 0);
    return ofBits(method, bits, awq ? "awq" : "gptq-int4");
  }

  private String bitsField() {
    return own + (config.has(own + ".bits") ? ".bits" : ".w_bit");
  }

  private StoredWeights autoRound(String method) {
    String type = config.text(own + ".data_type");
    if (type.startsWith("nv_fp")) {
      return StoredWeights.of(NVFP4);
    }
    int bits = config.countFromZero(own + ".bits", 64, 0);
    if (type.startsWith("mx_fp")) {
      return bits == 8 ? StoredWeights.of(FP8, MXFP8_BITS) : StoredWeights.of(MXFP4);
    }
    return type.startsWith("fp") ? StoredWeights.of(FP8) : ofBits(method, bits, "gptq-int4");
  }

  private StoredWeights ofBits(String method, int bits, String fourBits) {
    return switch (bits) {
      case 4 -> grouped(fourBits, bits, bits);
      case 8 -> grouped("gptq-int8", bits, bits);
      case 0, 16 -> StoredWeights.of(plain);
      case 2, 3 -> fewer(method, bits);
      default -> notCovered(method + ", " + bits + " bits");
    };
  }

  /** GPTQ's own packing wastes nothing, of three bits either. */
  private StoredWeights fewer(String method, int bits) {
    StoredWeights stored = grouped("gptq-int4", bits, bits);
    double all = stored.bits() == 0 ? bits + (BITS_OF_SCALE + bits) / 128.0 : stored.bits();
    return StoredWeights.as("gptq-int4", all, method + ", " + bits + " bits", 0);
  }

  /** A scale in 16 bit for each group of weights, and a zero point; -1 is one for a whole row. */
  private StoredWeights grouped(String format, int bits, int bitsOfZero) {
    String field = own + (config.has(own + ".q_group_size") ? ".q_group_size" : ".group_size");
    int group = groupSize(config, field);
    boolean usual = group == USUAL_GROUP;
    double scales = group == 0 ? 0 : (double) (BITS_OF_SCALE + bitsOfZero) / group;
    return StoredWeights.of(format, usual ? 0 : bits + scales);
  }

  /** 0 for one scale a row: written -1, or null. */
  static int groupSize(ConfigReader config, String field) {
    return config.written(field).equals("-1")
        ? 0
        : config.countFromZero(field, LARGEST_GROUP, USUAL_GROUP);
  }

  private StoredWeights bitsAndBytes() {
    if (config.flag(own + ".load_in_4bit", false)) {
      return StoredWeights.of("nf4");
    }
    return StoredWeights.of(config.flag(own + ".load_in_8bit", false) ? "int8" : plain);
  }

  /** Older files of bitsandbytes name none; those of MLX have bits, and run on Apple's chips. */
  private StoredWeights withoutMethod() {
    boolean mlx = config.has(own + ".bits") && config.has(own + ".group_size");
    if (mlx) {
      return notCovered("MLX");
    }
    boolean grouped = config.has(own + ".config_groups");
    return grouped ? new CompressedGroups(config, own, plain).stored() : bitsAndBytes();
  }

  /** By name in older files, as an object in newer ones, which may have one for some modules. */
  private StoredWeights torchAo() {
    String type = config.text(own + ".quant_type");
    String object = own + ".quant_type.default";
    String said = (type + config.text(object + "._type")).toLowerCase(Locale.ROOT);
    if (said.contains("int4weightonly") || said.contains("int4_weight_only")) {
      String group =
          type.isEmpty() ? object + "._data.group_size" : own + ".quant_type_kwargs.group_size";
      int size = groupSize(config, group);
      return StoredWeights.of("w4a16", 4 + 2.0 * BITS_OF_SCALE / Math.max(1, size));
    }
    if (said.contains("float8") && !said.contains("int4")) {
      return StoredWeights.of(FP8);
    }
    boolean both =
        said.contains("int8dynamicactivationint8")
            || said.startsWith("int8_dynamic_activation_int8");
    boolean int8 = said.contains("int8weightonly") || said.startsWith("int8_weight_only");
    return both
        ? StoredWeights.of(W8A8)
        : int8 ? StoredWeights.of("int8") : notCovered("torchao " + said);
  }

  /** AMD's: a type for weights in all layers. */
  private StoredWeights quark() {
    String weight = own + ".global_quant_config.weight";
    String type = config.text(weight + ".dtype") + config.text(weight + ".0.dtype");
    if (type.startsWith("fp8")) {
      return StoredWeights.of(FP8);
    }
    return switch (type) {
      case "fp4", "mx", "mxfp4" -> StoredWeights.of(MXFP4);
      case "int8" -> StoredWeights.of(W8A8);
      case "int4", "uint4" ->
          StoredWeights.of(
              "awq", 4 + 20.0 / Math.max(1, groupSize(config, weight + ".group_size")));
      default -> notCovered("quark " + type);
    };
  }

  private static StoredWeights notCovered(String name) {
    return StoredWeights.notCovered(name.strip());
  }
}
