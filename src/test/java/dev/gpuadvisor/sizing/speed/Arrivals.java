package dev.gpuadvisor.sizing.speed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A server step by step, under chance arrivals: what the formulas of {@link Load} have to agree
 * with. A step generates for all sequences and reads as many waiting prompts as fit into it.
 */
final class Arrivals {

  private static final int MEASURED = 4000;
  private static final int WARMING = 1000;

  private final Batch batch;
  private final Requests requests;
  private final int places;
  private final double rate;
  private final boolean ahead;
  private final Random random;
  private final Deque<Double> waiting = new ArrayDeque<>();
  private final List<Sequence> running = new ArrayList<>();
  private final List<Double> first = new ArrayList<>();
  private final List<Double> between = new ArrayList<>();
  private double next;

  /** A sequence in generation. */
  private static final class Sequence {
    private final double began;
    private double left;

    Sequence(double began, double left) {
      this.began = began;
      this.left = left;
    }
  }

  /**
   * @param ahead whether a step is made up when the one before it begins
   */
  Arrivals(Batch batch, Requests requests, int places, double rate, boolean ahead, long seed) {
    this.batch = batch;
    this.requests = requests;
    this.places = places;
    this.rate = rate;
    this.ahead = ahead;
    this.random = new Random(seed);
  }

  void run() {
    double now = 0;
    double madeUp = 0;
    next = gap();
    while (first.size() < MEASURED + WARMING) {
      if (running.isEmpty() && waiting.isEmpty()) {
        now = next;
        madeUp = now;
      }
      arrive(ahead ? madeUp : now);
      madeUp = now;
      double step = batch.step(Math.max(1, running.size()));
      List<Double> read = new ArrayList<>();
      if (!waiting.isEmpty() && running.size() < places) {
        read.add(waiting.poll());
        step += batch.mixed(Math.max(1, running.size()));
      }
      now += step;
      generate(now);
      for (double since : read) {
        first.add(now - since);
        running.add(new Sequence(now, requests.generatedTokens() - 1));
      }
    }
  }

  private void arrive(double now) {
    while (next <= now) {
      waiting.add(next);
      next += gap();
    }
  }

  private void generate(double now) {
    for (Sequence each : running) {
      each.left--;
      if (each.left <= 0) {
        between.add((now - each.began) / (requests.generatedTokens() - 1));
      }
    }
    running.removeIf(each -> each.left <= 0);
  }

  private double gap() {
    return -Math.log(1 - random.nextDouble()) / rate;
  }

  Percentiles firstToken() {
    return percentiles(first);
  }

  Percentiles betweenTokens() {
    return percentiles(between);
  }

  private static Percentiles percentiles(List<Double> values) {
    double[] sorted = values.stream().skip(WARMING).mapToDouble(each -> each).toArray();
    Arrays.sort(sorted);
    return new Percentiles(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100]);
  }
}
