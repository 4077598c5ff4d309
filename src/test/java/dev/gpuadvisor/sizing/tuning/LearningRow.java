package dev.gpuadvisor.sizing.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.MemoryType;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast a published run learned.
 *
 * @param measured tokens per second of each GPU
 */
public record LearningRow(
    String id, Tuning tuning, Hardware hardware, double measured, String source) {

  public static List<LearningRow> all() {
    try (InputStream in = LearningRow.class.getResourceAsStream("/measured/finetuning-speed.csv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(LearningRow::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LearningRow parse(String line) {
    String[] cells = line.split(",", -1);
    TuningMethod method = constant(TuningMethod.class, cells[2]);
    Tuning tuning =
        new Tuning(
            Workloads.model(cells[1]),
            method,
            Integer.parseInt(cells[3]),
            Integer.parseInt(cells[4]),
            method.hasAdapters() ? Adapters.ofRank(16) : Adapters.NONE,
            false,
            settings(cells));
    Hardware hardware = Workloads.cards(Integer.parseInt(cells[5]), cells[6]);
    return new LearningRow(cells[0], tuning, hardware, Double.parseDouble(cells[12]), cells[13]);
  }

  private static TrainingSettings settings(String[] cells) {
    TrainingSettings.Options options =
        new TrainingSettings.Options(
            Optional.empty(),
            Optional.of(constant(Checkpointing.class, cells[9])),
            Optional.empty(),
            Boolean.parseBoolean(cells[10]),
            false);
    return TrainingSettings.DEFAULT
        .with(constant(Sharding.class, cells[7]))
        .with(constant(Offload.class, cells[8]))
        .with(constant(Trainer.class, cells[11]))
        .with(options);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  /** Tokens per second of each GPU. */
  public double estimated() {
    return estimated(1);
  }

  /**
   * @param factor of the share of arithmetic that the card keeps up
   */
  double estimated(double factor) {
    TrainingPeak peak = new TrainingPeak(tuning, Workloads.format(isQuantized() ? "nf4" : "bf16"));
    Sharding sharding = tuning.settings().sharding();
    TrainingMemory memory = peak.on(sharding, hardware.gpus(), TrainingStep.of(tuning, sharding));
    return TrainingSpeed.of(
                tuning, hardware, memory, card -> TrainingSpeed.share(tuning, card) * factor)
            .tokensPerSecond()
        / hardware.gpus();
  }

  public double errorPercent() {
    return (estimated() / measured - 1) * 100;
  }

  /** The factor with which it would have come out. */
  double fitting() {
    double low = 0.01;
    double high = 10;
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (estimated(middle) < measured) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Rows that share a constant. */
  String kind() {
    Card card = hardware.worstCard();
    boolean full = tuning.method() == TuningMethod.FULL;
    return card.memoryType() == MemoryType.HBM
        ? card.architecture() + (full ? " full" : " adapters") + (card.fp16Tflops() < 200)
        : "GDDR";
  }

  private boolean isQuantized() {
    return tuning.method() == TuningMethod.QLORA;
  }
}
