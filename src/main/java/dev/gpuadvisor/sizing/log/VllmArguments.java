package dev.gpuadvisor.sizing.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a server of vLLM was started with, as its log repeats it: as a dict, or as a namespace. */
final class VllmArguments {

  private static final String ENDS = "'\", \t)}\\";

  private final Map<String, String> settings = new LinkedHashMap<>();
  private Optional<String> release = Optional.empty();

  Map<String, String> settings() {
    return settings;
  }

  Optional<String> release() {
    return release;
  }

  void read(String line) {
    release(line, "API server version ");
    release(line, "LLM engine (v");
    setting("model", LogText.word(line, "config: model=", ENDS));
    setting("model", LogText.word(line, "'model': ", ENDS));
    setting("model", LogText.word(line, "'model_tag': ", ENDS));
    setting("model", LogText.word(line, " model=", ENDS));
    served(LogText.word(line, "'served_model_name': ['", ENDS));
    served(LogText.word(line, "served_model_name=", ENDS));
    quantization(LogText.word(line, "quantization=", ENDS));
    cacheType(LogText.word(line, "kv_cache_dtype=", ENDS));
    whole("context", line, "max_seq_len=");
    whole("context", line, "'max_model_len': ");
    whole("context", line, "max_model_len=");
    whole("max_num_seqs", line, "'max_num_seqs': ");
    whole("max_num_seqs", line, "max_num_seqs to ");
    whole("max_num_seqs", line, "max_num_seqs=");
    whole("max_num_batched_tokens", line, "'max_num_batched_tokens': ");
    whole("max_num_batched_tokens", line, "max_num_batched_tokens to ");
    whole("max_num_batched_tokens", line, "max_num_batched_tokens=");
    share(line, "'gpu_memory_utilization': ");
    share(line, "gpu_memory_utilization=");
    share(line, "gpu_memory_utilization (");
    share(line, "GPU memory utilization is (");
    parallel(line);
    switches(line);
  }

  /**
   * What a folder such as {@code /models} holds is told by the name that it is served by: names of
   * models have digits, those of folders mostly none.
   */
  private void served(String name) {
    String model = settings.getOrDefault("model", "");
    boolean folder = model.startsWith("/") && !hasDigit(model);
    if (folder && hasDigit(name)) {
      settings.put("model", name);
    }
  }

  private static boolean hasDigit(String name) {
    return name.chars().anyMatch(Character::isDigit);
  }

  private void release(String line, String phrase) {
    String version = LogText.word(line, phrase, " ),;\\\"");
    if (!version.isEmpty() && release.isEmpty()) {
      release = Optional.of(version.startsWith("v") ? version.substring(1) : version);
    }
  }

  private void setting(String name, String value) {
    if (!value.isEmpty() && !value.equals("None") && !value.equals("auto")) {
      settings.putIfAbsent(name, value);
    }
  }

  /** The names of vLLM, where they differ from those of formats. */
  private void quantization(String value) {
    setting(
        "quantization",
        switch (value) {
          case "gptq", "gptq_marlin", "auto_gptq" -> "gptq-int4";
          case "awq_marlin", "auto_awq" -> "awq";
          case "fbgemm_fp8" -> "fp8";
          case "None" -> "16bit";
          case "bitsandbytes" -> "nf4";
          case "compressed-tensors", "modelopt" -> "";
          default -> value;
        });
  }

  private void cacheType(String value) {
    if (value.startsWith("fp8")) {
      setting("kv_cache", "fp8");
    }
  }

  private void parallel(String line) {
    OptionalDouble tensor = LogText.number(line, "tensor_parallel_size");
    OptionalDouble pipeline = LogText.number(line, "pipeline_parallel_size");
    int stages = (int) pipeline.orElse(1);
    if (tensor.isPresent() && tensor.getAsDouble() >= 1 && stages >= 1) {
      int gpus = (int) tensor.getAsDouble();
      long all = Math.min((long) gpus * stages, Integer.MAX_VALUE);
      settings.putIfAbsent("gpus", Long.toString(all));
      if (stages > 1) {
        settings.putIfAbsent("parallel", "tp" + gpus + "pp" + stages);
      }
    }
  }

  /** What is on or off; prefixes as the engine has them, or as somebody asked for them. */
  private void switches(String line) {
    if (isTrue(line, "enforce_eager=") || isTrue(line, "'enforce_eager': ")) {
      settings.putIfAbsent("enforce_eager", "true");
    }
    boolean servesNothingElse =
        LogText.word(line, "'limit_mm_per_prompt': ", "}")
            .replace(" ", "")
            .matches("\\{(?=.*image)(?=.*video)('?,?'?(image|video|audio)':0)+");
    if (isTrue(line, "'language_model_only': ") || servesNothingElse) {
      settings.putIfAbsent("language_model_only", "true");
    }
    if (isTrue(line, "'enable_prefix_caching': ")) {
      settings.putIfAbsent("prefix_caching", "true");
    } else if (LogText.word(line, "enable_prefix_caching=", ENDS + ",").equals("False")) {
      settings.put("prefix_caching", "false"); // the engine's last word, whatever was asked for
    }
  }

  private static boolean isTrue(String line, String phrase) {
    return LogText.word(line, phrase, ENDS + ",").equals("True");
  }

  private void whole(String name, String line, String phrase) {
    OptionalDouble number = LogText.number(line, phrase);
    if (number.isPresent() && number.getAsDouble() >= 1) {
      settings.putIfAbsent(name, Long.toString((long) number.getAsDouble()));
    }
  }

  private void share(String line, String phrase) {
    OptionalDouble share = LogText.number(line, phrase);
    if (share.isPresent() && share.getAsDouble() > 0 && share.getAsDouble() <= 1) {
      settings.putIfAbsent("gpu_memory_utilization", Double.toString(share.getAsDouble()));
    }
  }
}
