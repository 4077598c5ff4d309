package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * How a runtime is called.
 *
 * @param command its words; {@link #MODEL} stands for the repository
 * @param image of the container that has it; empty where there is none
 * @param port that it listens on
 * @param install what to run before, on a bare machine
 * @param remarks what the command cannot say
 */
record Server(List<String> command, String image, int port, String install, List<Message> remarks) {

  static final String MODEL = "$MODEL";

  private static final Version GGUF_PLUGGED = new Version(List.of(0, 24));
  private static final int VLLM_PORT = 8000;
  private static final int LLAMA_PORT = 8080;
  private static final int OLLAMA_PORT = 11434;

  static Server of(Launch launch) {
    return switch (launch.runtime().runtime()) {
      case "vllm" -> vllm(launch);
      case "llama.cpp" -> llamaCpp(launch);
      case "ollama" -> ollama(launch);
      default -> transformers(launch);
    };
  }

  private static Server vllm(Launch launch) {
    String version = launch.runtime().from().dotted();
    RuntimeSettings settings = launch.settings();
    List<String> words = new ArrayList<>(List.of("vllm", "serve", model(launch)));
    if (launch.format().gguf().isPresent()) {
      add(words, "--tokenizer", launch.workload().model().huggingFaceId());
    }
    add(words, "--dtype", launch.inHalf() ? "float16" : "auto");
    if (launch.isQuantizedWhenLoaded()) {
      add(words, "--quantization", launch.format().id().equals("nf4") ? "bitsandbytes" : "fp8");
    }
    add(words, "--max-model-len", launch.workload().tokens().context());
    settings
        .gpuMemoryUtilization()
        .ifPresent(share -> add(words, "--gpu-memory-utilization", decimal(share)));
    settings.maxNumSeqs().ifPresent(most -> add(words, "--max-num-seqs", most));
    settings.maxNumBatchedTokens().ifPresent(most -> add(words, "--max-num-batched-tokens", most));
    parallel(words, settings.parallel(), launch.gpus());
    if (launch.workload().kvCache() == KvCacheType.FP8) {
      add(words, "--kv-cache-dtype", "fp8");
    }
    if (settings.eager()) {
      words.add("--enforce-eager");
    }
    settings.speculation().ifPresent(drafting -> vllm(words, drafting));
    int rank = launch.workload().adapters().rank();
    if (rank > 0) {
      words.add("--enable-lora");
      add(words, "--max-lora-rank", rank);
      add(words, "--max-loras", Math.max(1, launch.workload().adapters().count()));
    }
    String full = version.chars().filter(c -> c == '.').count() < 2 ? version + ".0" : version;
    return new Server(
        words,
        "vllm/vllm-openai:v" + full,
        VLLM_PORT,
        ("pip install vllm==" + full + " " + packages(launch)).strip(),
        vllmRemarks(launch));
  }

  /** Of a repository with files of several formats, the one. */
  private static String model(Launch launch) {
    return launch.format().gguf().isPresent()
        ? MODEL + ":" + launch.format().id().toUpperCase(Locale.ROOT)
        : MODEL;
  }

  /** What vLLM has not in itself (pull requests 39612 and 43529 moved out GGUF and this). */
  private static String packages(Launch launch) {
    boolean plugged = launch.runtime().from().compareTo(GGUF_PLUGGED) >= 0;
    return launch.format().id().equals("nf4")
        ? "bitsandbytes"
        : launch.format().gguf().isPresent() && plugged ? "vllm-gguf-plugin" : "";
  }

  private static List<Message> vllmRemarks(Launch launch) {
    List<Message> remarks = new ArrayList<>(weights(launch));
    String more = packages(launch);
    if (!more.isEmpty()) {
      remarks.add(Msg.Launch.packages(launch.format().name(), more));
    }
    return remarks;
  }

  private static void vllm(List<String> words, Speculation drafting) {
    drafting
        .draft()
        .ifPresentOrElse(
            model -> add(words, "--speculative-config.model", model.huggingFaceId()),
            () -> add(words, "--speculative-config.method", "mtp"));
    add(words, "--speculative-config.num_speculative_tokens", drafting.tokens());
  }

  private static void llamaCpp(List<String> words, Speculation drafting) {
    add(words, "--spec-type", drafting.draft().isPresent() ? "draft-simple" : "draft-mtp");
    drafting.draft().ifPresent(model -> add(words, "--hf-repo-draft", model.huggingFaceId()));
    add(words, "--spec-draft-n-max", drafting.tokens());
  }

  private static void parallel(List<String> words, Parallel parallel, int gpus) {
    int tensor = parallel.tensor() > 0 ? parallel.tensor() : gpus;
    if (tensor > 1) {
      add(words, "--tensor-parallel-size", tensor);
    }
    if (parallel.pipeline() > 1) {
      add(words, "--pipeline-parallel-size", parallel.pipeline());
    }
    if (parallel.data() > 1) {
      add(words, "--data-parallel-size", parallel.data());
    }
    if (parallel.wholeExperts()) {
      words.add("--enable-expert-parallel");
    }
  }

  private static Server llamaCpp(Launch launch) {
    int slots = launch.settings().maxNumSeqs().orElse(launch.workload().tokens().concurrency());
    List<String> words = new ArrayList<>(List.of("llama-server", "-hf"));
    words.add(model(launch));
    add(words, "--ctx-size", (long) launch.workload().tokens().context() * slots);
    add(words, "--parallel", slots);
    launch
        .settings()
        .gpuLayers()
        .ifPresentOrElse(
            layers -> add(words, "--n-gpu-layers", layers),
            () -> add(words, "--n-gpu-layers", 999));
    launch.settings().speculation().ifPresent(drafting -> llamaCpp(words, drafting));
    KvCacheType cache = launch.workload().kvCache();
    if (cache != KvCacheType.BF16) {
      String type = cache.name().toLowerCase(Locale.ROOT);
      add(words, "--flash-attn", "on");
      add(words, "--cache-type-k", type);
      add(words, "--cache-type-v", type);
    }
    add(words, "--port", LLAMA_PORT);
    String build = "b" + launch.runtime().from().dotted();
    return new Server(
        words,
        "ghcr.io/ggml-org/llama.cpp:server-cuda-" + build,
        LLAMA_PORT,
        "# llama.cpp of build " + build + " or later",
        weights(launch));
  }

  private static Server ollama(Launch launch) {
    List<Message> remarks = new ArrayList<>(weights(launch));
    remarks.add(
        Msg.Launch.environment(
            "OLLAMA_CONTEXT_LENGTH="
                + launch.workload().tokens().context()
                + " OLLAMA_NUM_PARALLEL="
                + launch.workload().tokens().concurrency()));
    String tag = launch.format().id().toUpperCase(Locale.ROOT);
    return new Server(
        List.of("ollama", "run", "hf.co/" + MODEL + ":" + tag),
        "ollama/ollama:latest",
        OLLAMA_PORT,
        "# Ollama from " + launch.runtime().from().dotted() + " on",
        remarks);
  }

  /** There is no server of its own: the one that ships with it. */
  private static Server transformers(Launch launch) {
    String version = launch.runtime().from().dotted();
    List<Message> remarks = new ArrayList<>(weights(launch));
    remarks.add(Msg.Launch.noServer());
    return new Server(
        List.of("python", "generate.py"),
        "",
        VLLM_PORT,
        "pip install 'transformers==" + version + ".*' accelerate torch",
        remarks);
  }

  private static List<Message> weights(Launch launch) {
    return launch.weightsAreKnown() ? List.of() : List.of(Msg.Launch.weights(launch.format().id()));
  }

  private static void add(List<String> words, String option, Object value) {
    words.add(option);
    words.add(String.valueOf(value));
  }

  private static String decimal(double share) {
    long hundredths = Math.round(share * 100);
    return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100;
  }

  /**
   * For a shell that knows MODEL.
   *
   * @param from how many words are left out
   */
  String shell(int from) {
    String words = String.join(" ", command.subList(from, command.size()));
    return words.replace(MODEL, "\"" + MODEL + "\"");
  }

  /** What follows {@code docker run} and what the machine needs. */
  String container() {
    return "--ipc=host -p "
        + port
        + ":"
        + port
        + " -e HF_TOKEN "
        + image
        + " "
        + shell(command.get(0).equals("vllm") ? 2 : 1); // the image starts it
  }

  /**
   * As a list of texts, without its brackets.
   *
   * @param from how many words are left out
   */
  String quoted(int from) {
    StringJoiner words = new StringJoiner(", ");
    command.stream().skip(from).forEach(word -> words.add("\"" + word + "\""));
    return words.toString();
  }
}
