package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How fast runs learn, against published ones. */
class LearningTest {

  private static final List<LearningRow> ROWS = LearningRow.all();

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @Test
  void publishedRuns() {
    double[] errors = ROWS.stream().mapToDouble(row -> Math.abs(row.errorPercent())).toArray();
    assertEquals(115, errors.length);
    assertTrue(median(errors) <= 12, "median " + median(errors));
  }

  /** Each row with the constant that the others of its kind would have given. */
  @Test
  void eachRowWithoutItself() {
    Map<String, List<LearningRow>> kinds =
        ROWS.stream().collect(Collectors.groupingBy(LearningRow::kind));
    double[] errors =
        kinds.values().stream()
            .filter(rows -> rows.size() > 1)
            .flatMap(rows -> rows.stream().map(row -> error(row, rows)))
            .mapToDouble(error -> error)
            .toArray();
    assertTrue(median(errors) <= 20, "median " + median(errors));
  }

  private static double error(LearningRow row, List<LearningRow> kind) {
    double factor =
        median(
            kind.stream()
                .filter(other -> other != row)
                .mapToDouble(LearningRow::fitting)
                .toArray());
    return Math.abs(row.estimated(factor) / row.measured() - 1) * 100;
  }

  private static Tuning tuning(TuningMethod method, TrainingData data) {
    Adapters adapters = method.hasAdapters() ? Adapters.ofRank(16) : Adapters.NONE;
    Tuning plain = new Tuning(Workloads.model("llama-3.1-8b"), method, 4, 2048, adapters, false);
    return plain.with(plain.settings().with(data));
  }

  private static TrainingData data(int average, boolean packed) {
    return new TrainingData(5_000_000, average, packed, BigDecimal.valueOf(3));
  }

  private static double tokensPerSecond(Tuning tuning, int gpus) {
    Hardware hardware = Workloads.cards(gpus, "A100_SXM_80");
    String format = tuning.method() == TuningMethod.QLORA ? "nf4" : "bf16";
    return new TuningFitting(tuning, Workloads.format(format), hardware)
        .training()
        .speed()
        .tokensPerSecond();
  }

  /** Gradients of frozen weights are not calculated: 4 of 6, with checkpoints 6 of 8. */
  @Test
  void adaptersLearnFasterThanAllWeights() {
    TrainingData full = data(0, false);
    double ofAll = tokensPerSecond(tuning(TuningMethod.FULL, full), 8);
    double ofAdapters = tokensPerSecond(tuning(TuningMethod.LORA, full), 8);
    double quantized = tokensPerSecond(tuning(TuningMethod.QLORA, full), 8);

    assertTrue(ofAdapters > ofAll, ofAdapters + " " + ofAll);
    assertTrue(quantized < ofAdapters, quantized + " " + ofAdapters);
  }

  @Test
  void moreGpusLearnMoreTogetherAndLessEach() {
    for (TuningMethod method : TuningMethod.values()) {
      Tuning tuning = tuning(method, data(0, false));
      double one = tokensPerSecond(tuning, 1);
      double eight = tokensPerSecond(tuning, 8);
      assertTrue(eight > one && eight <= 8 * one, method + " " + one + " " + eight);
    }
  }

  /** Launches and dequantizing are paid for each pass, however few tokens it has. */
  @Test
  void shortExamplesAreSlowUnlessTheyArePacked() {
    double loose = tokensPerSecond(tuning(TuningMethod.QLORA, data(100, false)), 1);
    double packed = tokensPerSecond(tuning(TuningMethod.QLORA, data(100, true)), 1);

    assertTrue(packed > 1.2 * loose, packed + " " + loose);
  }

  private static double secondsOfTokens(Tuning tuning, String card, int tokens) {
    TrainingPeak peak = new TrainingPeak(tuning, Workloads.format("bf16"));
    TrainingMemory memory = peak.on(Sharding.NONE, 1, TrainingStep.of(tuning, Sharding.NONE));
    return tokens / TrainingSpeed.of(tuning, Workloads.cards(1, card), memory).tokensPerSecond();
  }

  /** 8.03 billion weights of 14 bytes at 0.7 of 2,039 GB a second; foreach 2.5 times that. */
  @Test
  void theStepOfTheOptimizerTakesTime() {
    Tuning run = Runs.with(Runs.of(TuningMethod.FULL, 1, 512), Precision.BF16);
    Tuning over = run.with(run.settings().accumulating(1 << 16));
    double pass = secondsOfTokens(over, "A100_SXM_80", 512);
    double step = 14 * Runs.PARAMETERS / (0.7 * 2039e9);

    assertEquals(step, secondsOfTokens(run, "A100_SXM_80", 512) - pass, 0.01 * step);
    Tuning foreach = Runs.with(run, Optimizer.ADAMW_TORCH);
    assertEquals(2.5 * step, secondsOfTokens(foreach, "A100_SXM_80", 512) - pass, 0.03 * step);
    Tuning lora = Runs.of(TuningMethod.LORA, 1, 512);
    assertEquals(
        secondsOfTokens(lora, "A100_SXM_80", 512),
        secondsOfTokens(lora.with(lora.settings().accumulating(64)), "A100_SXM_80", 512));
  }
}
