package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/**
 * How full the memory gets, and of what: a bar as long as what is usable.
 *
 * @param label the same in words
 */
record MemoryBar(String label, List<Part> parts) {

  /** The bar's own coordinates: a thousandth of it is one. */
  private static final int LENGTH = 1000;

  /**
   * @param kind names it for the style sheet
   */
  record Part(String kind, String name, String size, long from, long length) {}

  static MemoryBar of(PageTexts words, Recommendation recommendation, Assessment assessment) {
    Fitting fitting = assessment.fitting();
    Message label =
        Msg.Page.memory(assessment.memoryPercent(), fitting.requiredBytes(), fitting.usableBytes());
    Stack stack = new Stack(words, fitting.usableBytes());
    if (assessment.worker().gpus() == 1) {
      split(stack, estimate(recommendation, assessment));
    } else {
      // Each GPU has a share of some parts and a copy of others: their sum says it best.
      stack.add("weights", Msg.Page.memoryAll(), fitting.requiredBytes());
    }
    return new MemoryBar(words.of(label), stack.parts);
  }

  private static void split(Stack stack, MemoryEstimate estimate) {
    stack.add("weights", Msg.Page.memoryWeights(), estimate.weightsBytes());
    stack.add("cache", Msg.Page.memoryCache(), estimate.kvCacheBytes());
    stack.add("adapters", Msg.Page.memoryAdapters(), estimate.adaptersBytes());
    stack.add("training", Msg.Page.memoryTraining(), estimate.trainingBytes());
    stack.add("activations", Msg.Page.memoryActivations(), estimate.activationsBytes());
    stack.add("context", Msg.Page.memoryContext(), estimate.cudaContextBytes());
  }

  private static MemoryEstimate estimate(Recommendation recommendation, Assessment assessment) {
    return recommendation.memory().stream()
        .filter(each -> each.quantization().equals(assessment.quantization()))
        .map(Recommendation.QuantizedEstimate::estimate)
        .findFirst()
        .orElseThrow();
  }

  /** Parts one behind the other; what takes nothing is no part. */
  private static final class Stack {
    private final PageTexts words;
    private final long whole;
    private final List<Part> parts = new ArrayList<>();
    private long end;

    Stack(PageTexts words, long whole) {
      this.words = words;
      this.whole = whole;
    }

    void add(String kind, Message name, long bytes) {
      if (bytes > 0) {
        long from = end * LENGTH / whole;
        end += bytes;
        long length = Math.max(1, end * LENGTH / whole - from);
        parts.add(new Part(kind, words.of(name), words.gib(bytes), from, length));
      }
    }
  }
}
