package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.sizing.LlamaCppSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

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

  private static final String SHELL = "sh";

  static final int VLLM_PORT = 8000;
  private static final int LLAMA_PORT = 8080;
  private static final int OLLAMA_PORT = 11434;

  static Server of(Launch launch) {
    return switch (launch.runtime().runtime()) {
      case "vllm" -> VllmServer.of(launch);
      case "llama.cpp" -> llamaCpp(launch);
      case "ollama" -> ollama(launch);
      default -> TransformersServer.of(launch);
    };
  }

  /** Of a repository with files of several formats, the one. */
  static String model(Launch launch) {
    return launch.format().gguf().isPresent()
        ? MODEL + ":" + launch.format().id().toUpperCase(Locale.ROOT)
        : MODEL;
  }

  private static void llamaCpp(List<String> words, Speculation drafting) {
    add(words, "--spec-type", drafting.draft().isPresent() ? "draft-simple" : "draft-mtp");
    drafting.draft().ifPresent(model -> add(words, "--hf-repo-draft", model.huggingFaceId()));
    add(words, "--spec-draft-n-max", drafting.tokens());
  }

  private static Server llamaCpp(Launch launch) {
    int slots = launch.settings().maxNumSeqs().orElse(launch.workload().tokens().concurrency());
    List<String> words = new ArrayList<>(List.of("llama-server", "-hf"));
    words.add(model(launch));
    add(words, "--ctx-size", (long) launch.workload().tokens().context() * slots);
    add(words, "--parallel", slots);
    launch
        .settings()
        .llamaCpp()
        .gpuLayers()
        .ifPresentOrElse(
            layers -> add(words, "--n-gpu-layers", layers),
            () -> add(words, "--n-gpu-layers", 999));
    launch.settings().speculation().ifPresent(drafting -> llamaCpp(words, drafting));
    switches(words, launch.settings().llamaCpp(), launch.workload().kvCache());
    add(words, "--port", LLAMA_PORT);
    String build = "b" + launch.runtime().from().dotted();
    return new Server(
        words,
        "ghcr.io/ggml-org/llama.cpp:server-" + (launch.isOnAmd() ? "rocm-" : "cuda-") + build,
        LLAMA_PORT,
        "# llama.cpp of build " + build + " or later",
        weights(launch));
  }

  private static void switches(List<String> words, LlamaCppSettings settings, KvCacheType keys) {
    if (settings.cpuExperts() > 0) {
      add(words, "--n-cpu-moe", settings.cpuExperts());
    }
    if (settings.cacheOnHost()) {
      words.add("--no-kv-offload");
    }
    if (settings.fullWindows()) {
      words.add("--swa-full");
    }
    KvCacheType values = settings.values().orElse(keys);
    if (keys != KvCacheType.BF16 || values != KvCacheType.BF16) {
      add(words, "--flash-attn", "on");
      add(words, "--cache-type-k", cacheType(keys));
      add(words, "--cache-type-v", cacheType(values));
    }
  }

  /** What 16 bit mean by themselves has a name of its own. */
  private static String cacheType(KvCacheType type) {
    return type == KvCacheType.BF16 ? "f16" : type.name().toLowerCase(Locale.ROOT);
  }

  /** The server reads its settings from its environment, and gets weights while it runs. */
  private static Server ollama(Launch launch) {
    String serve =
        "OLLAMA_HOST=0.0.0.0 OLLAMA_CONTEXT_LENGTH="
            + launch.workload().tokens().context()
            + " OLLAMA_NUM_PARALLEL="
            + launch.workload().tokens().concurrency()
            + " ollama serve & until ollama pull hf.co/"
            + model(launch)
            + "; do sleep 1; done; wait";
    return new Server(
        List.of(SHELL, "-c", serve),
        "ollama/ollama:" + (launch.isOnAmd() ? "rocm" : "latest"),
        OLLAMA_PORT,
        "# Ollama from " + launch.runtime().from().dotted() + " on",
        weights(launch));
  }

  static List<Message> weights(Launch launch) {
    return launch.weightsAreKnown() ? List.of() : List.of(Msg.Launch.weights(launch.format().id()));
  }

  static void add(List<String> words, String option, Object value) {
    words.add(option);
    words.add(String.valueOf(value));
  }

  /**
   * For a shell that knows MODEL.
   *
   * @param from how many words are left out
   */
  String shell(int from) {
    return command.stream().skip(from).map(Server::inShell).collect(Collectors.joining(" "));
  }

  private static String inShell(String word) {
    return word.contains(" ") ? '"' + word + '"' : word.replace(MODEL, '"' + MODEL + '"');
  }

  /** The same where no shell knows MODEL. */
  String shellOf(String repository) {
    return shell(0).replace('"' + MODEL + '"', repository).replace(MODEL, repository);
  }

  /** What follows {@code docker run} and what the machine needs. */
  String container() {
    return "--ipc=host -p "
        + port
        + ":"
        + port
        + " -e HF_TOKEN "
        + (command.get(0).equals(SHELL) ? "--entrypoint " + SHELL + " " : "")
        + image
        + " "
        + shell(command.get(0).equals("vllm") ? 2 : 1); // the image starts it
  }

  /** Where the container keeps weights, below the home of whoever runs it. */
  String cache() {
    return command.get(0).equals(SHELL) ? ".ollama" : ".cache/huggingface";
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
