package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workload;

/**
 * Steps of a runtime whose speed under load was not measured: those of the estimate without load,
 * with prompts and sequences one after another.
 */
record StepBatch(Workload workload, BatchWork work, StepTime step) implements Batch {

  @Override
  public double step(double sequences) {
    double tokens = work.tokens(sequences);
    long weights = Math.round(work.denseBytes() + work.expertsRead(tokens));
    long cache = Math.round(work.cacheBytes() * sequences);
    long drafting = Math.round(work.drafted() * work.draftBytes());
    return step.generating(weights + drafting, cache, tokens);
  }

  @Override
  public double arithmetic(double sequences) {
    return step.computing(work.tokenFlops() * work.tokens(sequences));
  }

  @Override
  public double mixed(double sequences) {
    return step.computing(work.promptFlops());
  }

  @Override
  public double alone() {
    int tokens = (int) Math.ceil(work.promptTokens());
    return step.readingPrompt(WeightMemory.read(workload.model(), work.format(), tokens).total());
  }

  @Override
  public double before(double sequences, boolean atRandom) {
    return step(sequences) / 2;
  }

  @Override
  public double place(double sequences) {
    return mixed(sequences) + step(sequences);
  }

  @Override
  public double queue() {
    return 1;
  }

  @Override
  public double frontEnd(double tokensPerSecond) {
    return 0;
  }
}
