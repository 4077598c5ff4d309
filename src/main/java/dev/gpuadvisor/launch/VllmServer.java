package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How vLLM is called: with every setting that its memory was counted with. */
final class VllmServer {

  private static final Version GGUF_PLUGGED = new Version(List.of(0, 24));

  /** The first that takes a limit with its name behind a dot. */
  private static final Version DOTTED = new Version(List.of(0, 9));

  private VllmServer() {}

  static Server of(Launch launch) {
    String version = launch.runtime().from().dotted();
    RuntimeSettings settings = launch.settings();
    List<String> words = new ArrayList<>(List.of("vllm", "serve", Server.model(launch)));
    if (launch.format().gguf().isPresent()) {
      Server.add(words, "--tokenizer", launch.workload().model().huggingFaceId());
    }
    Server.add(words, "--dtype", launch.inHalf() ? "float16" : "auto");
    if (launch.isQuantizedWhenLoaded()) {
      Server.add(
          words, "--quantization", launch.format().id().equals("nf4") ? "bitsandbytes" : "fp8");
    }
    Server.add(words, "--max-model-len", launch.workload().tokens().context());
    settings
        .gpuMemoryUtilization()
        .ifPresent(share -> Server.add(words, "--gpu-memory-utilization", decimal(share)));
    settings.maxNumSeqs().ifPresent(most -> Server.add(words, "--max-num-seqs", most));
    settings
        .maxNumBatchedTokens()
        .ifPresent(most -> Server.add(words, "--max-num-batched-tokens", most));
    parallel(words, settings.parallel(), launch.gpus());
    if (launch.workload().kvCache() == KvCacheType.FP8) {
      Server.add(words, "--kv-cache-dtype", "fp8");
    }
    if (settings.eager()) {
      words.add("--enforce-eager");
    }
    settings
        .prefixCaching()
        .ifPresent(on -> words.add(on ? "--enable-prefix-caching" : "--no-enable-prefix-caching"));
    if (settings.textOnly() && launch.workload().model().visionParameters() > 0) {
      addTextOnly(words, launch);
    }
    settings.speculation().ifPresent(drafting -> speculate(words, drafting));
    int rank = launch.workload().adapters().rank();
    if (rank > 0) {
      words.add("--enable-lora");
      Server.add(words, "--max-lora-rank", rank);
      Server.add(words, "--max-loras", Math.max(1, launch.workload().adapters().count()));
    }
    String full = version.chars().filter(c -> c == '.').count() < 2 ? version + ".0" : version;
    return new Server(
        words,
        (launch.isOnAmd() ? "vllm/vllm-openai-rocm:v" : "vllm/vllm-openai:v") + full,
        Server.VLLM_PORT,
        launch.isOnAmd()
            ? "# vLLM " + full + " built for ROCm"
            : ("pip install vllm==" + full + " " + packages(launch)).strip(),
        remarks(launch));
  }

  private static void addTextOnly(List<String> words, Launch launch) {
    String limit = "--limit-mm-per-prompt";
    if (launch.workload().namesTextOnly()) {
      words.add("--language-model-only");
    } else if (launch.runtime().from().compareTo(DOTTED) >= 0) {
      Server.add(words, limit + ".image", 0);
      Server.add(words, limit + ".video", 0);
    } else {
      Server.add(words, limit, "image=0,video=0");
    }
  }

  /** What vLLM has not in itself (pull requests 39612 and 43529 moved out GGUF and this). */
  private static String packages(Launch launch) {
    boolean plugged = launch.runtime().from().compareTo(GGUF_PLUGGED) >= 0;
    return launch.format().id().equals("nf4")
        ? "bitsandbytes"
        : launch.format().gguf().isPresent() && plugged ? "vllm-gguf-plugin" : "";
  }

  private static List<Message> remarks(Launch launch) {
    List<Message> remarks = new ArrayList<>(Server.weights(launch));
    String more = packages(launch);
    if (!more.isEmpty()) {
      remarks.add(Msg.Launch.packages(launch.format().name(), more));
    }
    return remarks;
  }

  private static void speculate(List<String> words, Speculation drafting) {
    drafting
        .draft()
        .ifPresentOrElse(
            model -> Server.add(words, "--speculative-config.model", model.huggingFaceId()),
            () -> Server.add(words, "--speculative-config.method", "mtp"));
    Server.add(words, "--speculative-config.num_speculative_tokens", drafting.tokens());
  }

  private static void parallel(List<String> words, Parallel parallel, int gpus) {
    int tensor = parallel.tensor() > 0 ? parallel.tensor() : gpus;
    if (tensor > 1) {
      Server.add(words, "--tensor-parallel-size", tensor);
    }
    if (parallel.pipeline() > 1) {
      Server.add(words, "--pipeline-parallel-size", parallel.pipeline());
    }
    if (parallel.data() > 1) {
      Server.add(words, "--data-parallel-size", parallel.data());
    }
    if (parallel.wholeExperts()) {
      words.add("--enable-expert-parallel");
    }
  }

  /** As exact as it is, with two decimals at least. */
  private static String decimal(double share) {
    BigDecimal exact = BigDecimal.valueOf(share).stripTrailingZeros();
    return exact.setScale(Math.max(2, exact.scale())).toPlainString();
  }
}
