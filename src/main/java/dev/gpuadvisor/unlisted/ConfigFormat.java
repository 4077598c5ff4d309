package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the weights of a configuration are published in, and what of them that leaves in 16 bit.
 *
 * @param reader of the language model's part
 * @param posted NVIDIA's {@code hf_quant_config.json}, which older checkpoints have beside their
 *     configuration
 */
record ConfigFormat(ConfigReader reader, Optional<ConfigReader> posted) {

  private static final String CONFIG = "quantization_config";
  private static final String GROUP = ".config_groups.group_0.weights.";

  private static final String[] LEFT_IN_16_BIT = {
    "ignore", "modules_to_not_convert", "exclude_modules", "llm_int8_skip_modules", "ignored_layers"
  };

  /** What is published, by the rules of the method. */
  PublishedFormat published(Shape shape, LayerPlan plan, ConfigExperts experts) {
    Optional<ConfigReader> where = where();
    if (where.isEmpty()) {
      return new PublishedFormat(plain(), 0);
    }
    ConfigReader config = where.get();
    String own = config.has(CONFIG) ? CONFIG : "quantization";
    String format = format(config, own);
    boolean whole = format.equals("mxfp4") || format.equals("fp8-mxfp4") || format.equals(plain());
    if (whole) {
      return new PublishedFormat(format, 0);
    }
    KeptLayers kept = new KeptLayers(shape, plan, experts);
    List<String> matrices = config.items(own + ".quantized_layers").orElse(List.of());
    return new PublishedFormat(
        format,
        matrices.isEmpty() ? kept.left(patterns(config, own)) : kept.besides(matrices, format));
  }

  private Optional<ConfigReader> where() {
    if (reader.whole().has(CONFIG)) {
      return Optional.of(reader.whole());
    }
    if (reader.has(CONFIG)) {
      return Optional.of(reader);
    }
    return posted.filter(file -> file.has("quantization") || file.has(CONFIG));
  }

  private static List<String> patterns(ConfigReader config, String own) {
    List<String> patterns = new ArrayList<>();
    for (String name : LEFT_IN_16_BIT) {
      config.items(own + "." + name).ifPresent(patterns::addAll);
    }
    return patterns;
  }

  private String format(ConfigReader config, String own) {
    String method = config.text(own + ".quant_method").toLowerCase(Locale.ROOT);
    String algorithm = config.text(own + ".quant_algo").toUpperCase(Locale.ROOT);
    boolean fourBitExperts =
        reader.text("expert_dtype").equals("fp4")
            || reader.whole().text("expert_dtype").equals("fp4");
    if (fourBitExperts) {
      return "fp8-mxfp4";
    }
    if (algorithm.contains("MIXED")) {
      return config.items(own + ".quantized_layers").orElse(List.of()).stream()
              .anyMatch(matrix -> matrix.endsWith("NVFP4"))
          ? "nvfp4"
          : "fp8";
    }
    if (algorithm.contains("NVFP4")) {
      return "nvfp4";
    }
    if (algorithm.startsWith("FP8") || method.contains("fp8")) {
      return "fp8";
    }
    if (algorithm.startsWith("W4A16") || algorithm.startsWith("INT4")) {
      return "awq";
    }
    return switch (method) {
      case "mxfp4", "awq" -> method;
      case "gptq", "auto-round", "intel/auto-round", "autoround" ->
          ofBits(config, config.countFromZero(own + ".bits", 64, 0));
      case "compressed-tensors" -> compressed(config, own);
      case "bitsandbytes" -> bitsAndBytes(config, own);
      case "torchao" -> torchAo(config, own);
      case "eetq" -> "int8";
      case "" -> withoutMethod(config, own);
      default -> notCovered(config);
    };
  }

  /**
   * Older files of bitsandbytes name no method; those of MLX have bits, and run on Apple's chips.
   */
  private String withoutMethod(ConfigReader config, String own) {
    boolean mlx = config.has(own + ".bits") && config.has(own + ".group_size");
    return mlx ? notCovered(config) : bitsAndBytes(config, own);
  }

  /** What is stored so would otherwise be answered as something else. */
  private String notCovered(ConfigReader config) {
    config.refuse(CONFIG, Msg.Fault.configFormat());
    return plain();
  }

  private String torchAo(ConfigReader config, String own) {
    String type =
        (config.text(own + ".quant_type") + config.text(own + ".quant_type.default._type"))
            .toLowerCase(Locale.ROOT);
    return type.contains("int4")
        ? "w4a16"
        : type.contains("float8") ? "fp8" : type.contains("int8") ? "int8" : notCovered(config);
  }

  private String bitsAndBytes(ConfigReader config, String own) {
    if (config.flag(own + ".load_in_4bit", false)) {
      return "nf4";
    }
    return config.flag(own + ".load_in_8bit", false) ? "int8" : plain();
  }

  private String compressed(ConfigReader config, String own) {
    String format = config.text(own + ".format") + config.text(own + GROUP + "format");
    int bits = config.countFromZero(own + GROUP + "num_bits", 64, 0);
    if (format.contains("mxfp4")) {
      return "mxfp4";
    }
    if (format.contains("nvfp4")
        || bits == 4 && config.text(own + GROUP + "type").equals("float")) {
      return "nvfp4";
    }
    if (config.text(own + GROUP + "type").equals("float")) {
      return "fp8";
    }
    if (bits == 8 && format.contains("int-quantized")) {
      return "w8a8";
    }
    return bits == 4 && config.countFromZero(own + GROUP + "group_size", 1 << 16, 128) <= 32
        ? "w4a16-g32"
        : bits == 4 ? "w4a16" : ofBits(config, bits);
  }

  private String ofBits(ConfigReader config, int bits) {
    return switch (bits) {
      case 4 -> "gptq-int4";
      case 8 -> "gptq-int8";
      case 0, 16 -> plain();
      default -> notCovered(config);
    };
  }

  /** The type of unquantized weights, which is said of the whole, of the part, or of neither. */
  private String plain() {
    String type =
        reader.whole().text(reader.whole().anyOf("dtype", "torch_dtype"))
            + reader.text(reader.anyOf("dtype", "torch_dtype"));
    return type.startsWith("float16")
        ? "fp16"
        : type.startsWith("float32") ? "fp32" : UnlistedModel.USUAL_FORMAT;
  }
}
