package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the weights of a configuration are published in, and what of them that leaves in 16 bit.
 *
 * @param reader of the language model's part
 * @param posted NVIDIA's {@code hf_quant_config.json}, which older checkpoints have beside their
 *     configuration
 */
record ConfigFormat(ConfigReader reader, Optional<ConfigReader> posted) {

  /** Older files of compressed-tensors and of NVIDIA have other names for it. */
  private static final String[] NAMES = {
    "quantization_config", "compression_config", "quantization"
  };

  private static final String[] LEFT_IN_16_BIT = {
    "ignore",
    "modules_to_not_convert",
    "exclude_modules",
    "llm_int8_skip_modules",
    "ignored_layers",
    "exclude"
  };

  /** What is published, by the rules of the method. */
  PublishedFormat published(Shape shape, LayerPlan plan, ConfigExperts experts) {
    Optional<ConfigReader> where = where();
    if (where.isEmpty()) {
      return new PublishedFormat(plain(), 0);
    }
    ConfigReader config = where.get();
    String own = Stream.of(NAMES).filter(config::has).findFirst().orElseThrow();
    StoredWeights stored = stored(config, own);
    if (!stored.isCovered()) {
      config.refuse(own, Msg.Fault.configFormat(stored.name()));
      return new PublishedFormat(plain(), 0);
    }
    boolean fp8Cache = hasFp8Cache(config, own);
    boolean ofExperts = stored.format().contains("mxfp4") && shape.experts().isPresent();
    if (ofExperts || stored.format().equals(plain())) {
      return new PublishedFormat(stored.format(), 0, 0, 0, "", fp8Cache);
    }
    KeptLayers kept = new KeptLayers(shape, plan, experts);
    List<String> matrices = config.items(own + ".quantized_layers").orElse(List.of());
    long in16Bit =
        matrices.isEmpty()
            ? new MixedBits(config, own, kept).in16Bit(patterns(config, own), stored)
            : kept.besides(matrices, stored.format());
    double bits = stored.bits() + stored.bitsOfMatrix() * bitsOfEach(shape);
    boolean head = !shape.tiedEmbeddings() && quantizesHead(config, own);
    in16Bit -= head ? (long) shape.vocabulary() * shape.hiddenSize() : 0;
    return new PublishedFormat(stored.format(), in16Bit, 0, bits, stored.name(), fp8Cache);
  }

  /** GPTQ has a flag for it; compressed-tensors a group that names it. */
  private static boolean quantizesHead(ConfigReader config, String own) {
    return config.flag(own + ".lm_head", false)
        || new CompressedGroups(config, own, "")
            .allTargets()
            .anyMatch(target -> target.endsWith("lm_head"));
  }

  /** Matrices for each weight in them. */
  private static double bitsOfEach(Shape shape) {
    List<Matrix> matrices = Matrices.of(shape);
    double count = matrices.stream().mapToDouble(Matrix::count).sum();
    return count / Math.max(1, Matrices.elements(matrices));
  }

  /**
   * A cache in FP8, which vLLM takes from the checkpoint where nobody says otherwise
   * (model_executor/layers/attention/attention.py, utils/torch_utils.py).
   */
  private static boolean hasFp8Cache(ConfigReader config, String own) {
    String scheme = own + ".kv_cache_scheme";
    boolean scaled =
        config.countFromZero(scheme + ".num_bits", 64, 0) == 8
            && config.text(scheme + ".type").equals("float");
    return scaled || config.text(own + ".kv_cache_quant_algo").equalsIgnoreCase("FP8");
  }

  private Optional<ConfigReader> where() {
    return Stream.of(Optional.of(reader.whole()), Optional.of(reader), posted)
        .flatMap(Optional::stream)
        .filter(each -> Stream.of(NAMES).anyMatch(each::has))
        .findFirst();
  }

  private static List<String> patterns(ConfigReader config, String own) {
    List<String> patterns = new ArrayList<>();
    for (String name : LEFT_IN_16_BIT) {
      config.items(own + "." + name).ifPresent(patterns::addAll);
    }
    return patterns;
  }

  private StoredWeights stored(ConfigReader config, String own) {
    boolean fourBitExperts =
        reader.text("expert_dtype").equals("fp4")
            || reader.whole().text("expert_dtype").equals("fp4");
    return fourBitExperts
        ? StoredWeights.of("fp8-mxfp4")
        : new QuantizationMethod(config, own, plain()).stored();
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
