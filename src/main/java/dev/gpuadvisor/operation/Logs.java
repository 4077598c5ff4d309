package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.json.LogJson;
import dev.gpuadvisor.question.LogQuestion;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.LlamaCpp;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.log.StartupLog;
import dev.gpuadvisor.sizing.memory.VllmMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start-up log held against the estimate of the same settings. */
final class Logs {

  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  /** What is gone before the cache: how large that is follows. */
  private static final List<String> PARTS_OF_VLLM =
      List.of("weights_gib", "activation_peak_gib", "non_torch_gib");

  /** Where a log does not part it, that is what the cache lacks. */
  private static final List<String> CACHE_OF_VLLM = List.of("kv_cache_gib");

  private static final List<String> BUFFERS_ON_GPUS =
      List.of("model_gpu_mib", "kv_mib", "recurrent_mib", "compute_mib");

  private Logs() {}

  static Content read(LogQuestion asked, Call call) {
    Optional<VllmMemory> estimate =
        asked.card().flatMap(each -> memory(asked.asked(), each, asked.gpus()));
    Map<String, Double> parts =
        estimate.map(Logs::parts).orElseGet(() -> ofLlamaCpp(asked.asked()));
    Question corrected = corrected(asked, parts);
    return call.json(
        json ->
            new LogJson(json, call.texts(), call.today())
                .write(
                    asked.log(), asked.card(), parts, Advisor.recommend(corrected, call.today())));
  }

  private static Optional<VllmMemory> memory(Question question, Card card, int gpus) {
    if (!(question.task() instanceof Workload workload) || gpus > Hardware.MAX_GPUS) {
      return Optional.empty();
    }
    QuantizationChoice choice = question.quantizations().get(0);
    Fitting fitting =
        Fitting.of(
            workload,
            choice.format(),
            workload.estimate(choice.format()),
            new Hardware(List.of(card), gpus));
    return fitting.vllm().map(vllm -> vllm.memory());
  }

  /** The buffers of all GPUs together, as one GPU would have them. */
  private static Map<String, Double> ofLlamaCpp(Question question) {
    Map<String, Double> parts = new LinkedHashMap<>();
    LlamaCpp.memory(question.task(), question.quantizations().get(0).format(), 1)
        .ifPresent(
            memory -> {
              parts.put("model_gpu_mib", memory.modelGpu() / MIB);
              parts.put("model_host_mib", memory.modelHost() / MIB);
              parts.put("kv_mib", memory.kv() / MIB);
              parts.put("recurrent_mib", memory.recurrent() / MIB);
              parts.put("compute_mib", memory.compute() / MIB);
            });
    return parts;
  }

  private static Map<String, Double> parts(VllmMemory memory) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("total_gib", memory.total() / GIB);
    parts.put("weights_gib", memory.weights() / GIB);
    parts.put("activation_peak_gib", memory.activationPeak() / GIB);
    parts.put("non_torch_gib", memory.nonTorch() / GIB);
    parts.put("cuda_graph_gib", memory.graphs() / GIB);
    parts.put("kv_cache_gib", memory.cache() / GIB);
    parts.put("kv_tokens", (double) memory.cacheTokens());
    parts.put("max_concurrency", memory.maxConcurrency());
    return parts;
  }

  /** With what the log measured more, or less, than the estimate has: of one GPU. */
  private static Question corrected(LogQuestion asked, Map<String, Double> estimated) {
    if (!(asked.asked().task() instanceof Workload workload)) {
      return asked.asked();
    }
    boolean byParts = asked.log().parts().keySet().containsAll(PARTS_OF_VLLM);
    double ofVllm =
        byParts
            ? more(asked.log(), estimated, PARTS_OF_VLLM) * GIB
            : -more(asked.log(), estimated, CACHE_OF_VLLM) * GIB;
    double ofLlamaCpp = more(asked.log(), estimated, BUFFERS_ON_GPUS) * MIB / asked.gpus();
    long more = Math.round(ofVllm + ofLlamaCpp);
    return asked.asked().with(workload.with(workload.settings().withMeasured(more)));
  }

  private static double more(StartupLog log, Map<String, Double> estimated, List<String> those) {
    double more = 0;
    for (String part : those) {
      Double measured = log.parts().get(part);
      if (measured != null && estimated.containsKey(part)) {
        more += measured - estimated.get(part);
      }
    }
    return more;
  }
}
