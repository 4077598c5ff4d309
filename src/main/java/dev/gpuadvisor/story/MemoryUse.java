package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How full the memory of an offer gets, and of what.
 *
 * @param parts what takes memory, one by one; a single part where several GPUs share it
 */
public record MemoryUse(Assessment assessment, List<Part> parts) {

  /** What takes memory. */
  public enum Kind {
    WEIGHTS(MemoryEstimate::weightsBytes),
    KV_CACHE(MemoryEstimate::kvCacheBytes),
    ADAPTERS(MemoryEstimate::adaptersBytes),
    TRAINING(MemoryEstimate::trainingBytes),
    ACTIVATIONS(MemoryEstimate::activationsBytes),
    CUDA_CONTEXT(MemoryEstimate::cudaContextBytes);

    private final ToLongFunction<MemoryEstimate> bytes;

    Kind(ToLongFunction<MemoryEstimate> bytes) {
      this.bytes = bytes;
    }

    public long bytes(MemoryEstimate estimate) {
      return bytes.applyAsLong(estimate);
    }

    public Message title() {
      return switch (this) {
        case WEIGHTS -> Msg.Memory.partWeights();
        case KV_CACHE -> Msg.Memory.partKvCache();
        case ADAPTERS -> Msg.Memory.partAdapters();
        case TRAINING -> Msg.Memory.partTraining();
        case ACTIVATIONS -> Msg.Memory.partActivations();
        case CUDA_CONTEXT -> Msg.Memory.partCudaContext();
      };
    }
  }

  /**
   * @param bytes more than 0
   */
  public record Part(Kind kind, Message title, long bytes) {}

  static MemoryUse of(Recommendation recommendation, Assessment assessment) {
    if (assessment.worker().gpus() > 1) {
      // Each GPU has a share of some parts and a copy of others: their sum says it best.
      Message all = Msg.Memory.partAll();
      long required = assessment.fitting().requiredBytes();
      return new MemoryUse(assessment, List.of(new Part(Kind.WEIGHTS, all, required)));
    }
    MemoryEstimate estimate = recommendation.estimate(assessment.quantization());
    List<Part> parts =
        Arrays.stream(Kind.values())
            .map(kind -> new Part(kind, kind.title(), kind.bytes(estimate)))
            .filter(part -> part.bytes() > 0)
            .toList();
    return new MemoryUse(assessment, parts);
  }

  /** In percent, and in bytes of how many. */
  public Message label() {
    return Msg.Memory.use(
        assessment.memoryPercent(), assessment.fitting().requiredBytes(), usableBytes());
  }

  public long usableBytes() {
    return assessment.fitting().usableBytes();
  }
}
