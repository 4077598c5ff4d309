package dev.gpuadvisor.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words of a format's name stand for. */
final class FormatWords {

  /** Words that say how something was made, or nothing, and not how it is stored. */
  static final Set<String> OF_COURSE =
      Set.of(
          "gguf",
          "ggml",
          "ud",
          "i1",
          "imat",
          "imatrix",
          "weights",
          "weight",
          "quantized",
          "quant",
          "quantization",
          "precision",
          "format",
          "model",
          "dynamic",
          "static",
          "group",
          "g128",
          "gs128",
          "128g",
          "32g",
          "g32",
          "sym",
          "asym",
          "gemm",
          "gemv",
          "kv",
          "unsloth",
          "block",
          "autoround",
          "llmcompressor",
          "compressed",
          "tensors",
          "modelopt",
          "torchao",
          "qat",
          "channel",
          "activations",
          "marlin",
          "load",
          "in",
          "true",
          "v1",
          "v2",
          "moe");

  /** What may stand behind a format's name; any other word makes it the name of something else. */
  static final Pattern END =
      Pattern.compile(
          "(int|bits?|w|a|g|gs|e4m3|e5m2|fn|uz|scale|scaled|tensor|token|per|online"
              + "|mixed|torch|te|fast|hf|double|dq|c|b|x|[0-9])*");

  /** Names of one format or of the first of several that the catalogue knows. */
  static final Map<String, List<String>> MEANT =
      Map.ofEntries(
          Map.entry("f16", List.of("fp16")),
          Map.entry("full", List.of("16bit")),
          Map.entry("unquantized", List.of("16bit")),
          Map.entry("none", List.of("16bit")),
          Map.entry("original", List.of("16bit")),
          Map.entry("w4a16", List.of("w4a16", "gptq-int4")),
          Map.entry("int4w4a16", List.of("w4a16", "gptq-int4")),
          Map.entry("w4a8", List.of("w4a8", "w4a16", "gptq-int4")),
          Map.entry("w4a4", List.of("nvfp4", "4bit")),
          Map.entry("fp4", List.of("nvfp4", "mxfp4")),
          Map.entry("mxfp8", List.of("mxfp8", "fp8")),
          Map.entry("w8a16", List.of("w8a16", "gptq-int8")),
          Map.entry("w8a8", List.of("w8a8", "int8-w8a8", "w8a8-int8", "fp8")),
          Map.entry("smoothquant", List.of("w8a8", "int8-w8a8", "w8a8-int8", "gptq-int8")),
          Map.entry("int8w8a8", List.of("w8a8", "int8-w8a8", "w8a8-int8", "gptq-int8")),
          Map.entry("gptq", List.of("gptq-int4")),
          Map.entry("awq", List.of("awq")),
          Map.entry("bnb", List.of("nf4")),
          Map.entry("bitsandbytes", List.of("nf4")),
          Map.entry("nf4dq", List.of("nf4-dq", "nf4")),
          Map.entry("bnb4", List.of("nf4")),
          Map.entry("bnb8", List.of("int8")),
          Map.entry("q4044", List.of("q4_0")), // repacked for ARM
          Map.entry("q4048", List.of("q4_0")),
          Map.entry("q4088", List.of("q4_0")),
          Map.entry("q4k", List.of("q4_k_m")),
          Map.entry("q3k", List.of("q3_k_m")),
          Map.entry("q5k", List.of("q5_k_m")),
          Map.entry("q2kl", List.of("q2_k_l", "q2_k")),
          Map.entry("q6kl", List.of("q6_k_l", "q6_k")),
          Map.entry("q3kxl", List.of("ud-q3_k_xl", "q3_k_xl", "q3_k_l")),
          Map.entry("q4kxl", List.of("ud-q4_k_xl", "q4_k_xl", "q4_k_m")),
          Map.entry("q4kl", List.of("q4_k_l", "q4_k_m")),
          Map.entry("q5kl", List.of("q5_k_l", "q5_k_m")),
          Map.entry("q5kxl", List.of("ud-q5_k_xl", "q5_k_xl", "q5_k_m")),
          Map.entry("q6kxl", List.of("ud-q6_k_xl", "q6_k_xl", "q6_k")),
          Map.entry("q8kxl", List.of("ud-q8_k_xl", "q8_k_xl", "q8_0")),
          Map.entry("gguf", List.of("q4_k_m")));

  private FormatWords() {}
}
