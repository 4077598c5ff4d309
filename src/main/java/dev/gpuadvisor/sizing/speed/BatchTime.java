package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.KvCache;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;

/** Seconds of the steps of a server that generates for several sequences and reads prompts. */
final class BatchTime {

  private static final double TERA = 1e12;
  private static final double DECODING = 0.3;

  private final Workload workload;
  private final Quantization format;
  private final StepTime step;
  private final Requests requests;
  private final double cacheBytes;

  BatchTime(Workload workload, Quantization format, Card card, int gpus, Requests requests) {
    this.workload = workload;
    this.format = format;
    this.step = StepTime.on(card, gpus, workload, format);
    this.requests = requests;
    int mean = (int) Math.ceil(requests.meanContext());
    this.cacheBytes = KvCache.ofSequence(workload, mean).total();
  }

  /** A step that generates for so many sequences. */
  double generating(double sequences) {
    return Math.max(reading(sequences), computing(sequences));
  }

  double reading(double sequences) {
    int whole = (int) Math.max(1, Math.ceil(sequences));
    long weights = WeightMemory.read(workload.model(), format, whole).total();
    return step.reading(weights, Math.round(cacheBytes * sequences));
  }

  double computing(double sequences) {
    double flops = Compute.flopsPerToken(workload.model()) * sequences;
    return flops / (step.card().fp16Tflops() * TERA * DECODING) / step.workers();
  }

  /** What a prompt adds to the steps that read it. */
  double prompt() {
    int tokens = (int) Math.ceil(requests.computedTokens());
    return step.computing(Compute.flopsOfPrompt(workload.model(), tokens));
  }
}
