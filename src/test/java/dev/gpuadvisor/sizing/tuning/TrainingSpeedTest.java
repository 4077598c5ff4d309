package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast a run learns, by arithmetic, bandwidth and what is sent. */
class TrainingSpeedTest {

  private static final double P = Runs.PARAMETERS;

  private static TrainingSpeed speed(Tuning tuning, String card, int gpus, Sharding sharding) {
    Hardware hardware = Workloads.cards(gpus, card);
    return TrainingSpeed.of(tuning, hardware, Runs.memory(tuning, sharding, gpus), any -> 0.5);
  }

  /** Fused Adam on weights in 32 bit: 28 bytes of each, at 0.7 of the bandwidth. */
  private static double step(TuningMethod method, String card, int parts) {
    Card found = Workloads.CATALOG.cards().find(card).orElseThrow();
    boolean full = method == TuningMethod.FULL;
    return full ? 28 * P / parts / (found.bandwidthGbPerSecond() * 1e9 * 0.7) : 0;
  }

  /**
   * 2 operations forward and 4 backward for a weight and token, 2 more where layers are calculated
   * again, but of the table at the entrance, of which it takes a row; attention sees half of a
   * sequence on average: 2 x 2048 x 4096 in each of 32 layers.
   */
  @ParameterizedTest
  @CsvSource({
    "FULL, FULL, 8, 4, 3",
    "FULL, NONE, 6, 3, 2",
    "LORA, FULL, 6, 4, 3",
    "LORA, NONE, 4, 3, 2"
  })
  void arithmeticOfOneGpu(
      TuningMethod method, Checkpointing checkpointing, int ofWeight, int ofScore, int passes) {
    Tuning tuning = Runs.with(Runs.of(method, 1, 2048), checkpointing);
    Card card = Workloads.CATALOG.cards().find("H100_SXM").orElseThrow();
    double attention = 2.0 * 2048 * 4096 * 32;
    double flops = 2048 * (ofWeight * (P - 128_256.0 * 4096) + ofScore * attention);
    double seconds = flops / (card.fp16Tflops() * 1e12 * 0.5) + passes * 32 * 0.6e-3;

    assertEquals(
        2048 / (seconds + step(method, "H100_SXM", 1)),
        speed(tuning, "H100_SXM", 1, Sharding.NONE).tokensPerSecond(),
        1e-6);
  }

  /** Of a quantized base five bytes move for each weight, at 0.7 of the bandwidth, in each pass. */
  @Test
  void aQuantizedBaseIsUnpackedInEachPass() {
    Tuning lora = Runs.of(TuningMethod.LORA, 1, 2048);
    Tuning qlora = Runs.of(TuningMethod.QLORA, 1, 2048);
    double more =
        2048 / speed(qlora, "L4", 1, Sharding.NONE).tokensPerSecond()
            - 2048 / speed(lora, "L4", 1, Sharding.NONE).tokensPerSecond();

    assertEquals(3 * P * 5 / (300e9 * 0.7), more, 1e-9);
  }

  /**
   * Bytes that are sent by each GPU but its own part: weights three times by who divides them,
   * gradients twice by who does not; 150 GB a second by NVLink, 6 by PCIe, 40 between machines.
   * Half of what is shorter hides behind what is longer.
   */
  @ParameterizedTest
  @CsvSource({
    "FULL, ZERO3, H100_SXM, 8, 3, 150e9",
    "FULL, ZERO1, H100_SXM, 8, 2, 150e9",
    "FULL, ZERO3, H100_SXM, 16, 3, 40e9",
    "FULL, ZERO3, L4, 4, 3, 6e9",
    "FULL, ZERO3, L4, 16, 3, 6e9",
    "FULL, ZERO3, MI300X, 8, 3, 150e9",
    "LORA, ZERO3, H100_SXM, 8, 2, 150e9",
    "LORA, NONE, H100_SXM, 8, 0, 150e9",
  })
  void communication(
      TuningMethod method, Sharding sharding, String card, int gpus, int times, double link) {
    Tuning tuning = Runs.of(method, 1, 2048);
    double alone =
        2048 / speed(tuning, card, 1, Sharding.NONE).tokensPerSecond() - step(method, card, 1);
    double sent = times * 2 * P * (gpus - 1) / gpus / link;
    double together =
        Math.max(alone, sent) + 0.5 * Math.min(alone, sent) + step(method, card, gpus);

    assertEquals(
        2048 * gpus / together, speed(tuning, card, gpus, sharding).tokensPerSecond(), 1e-6);
  }

  /** An optimizer of the host: 16 bytes a weight at 20 GB a second, and 6 over PCIe. */
  @Test
  void theHostTakesItsTime() {
    Tuning tuning = Runs.of(TuningMethod.FULL, 1, 2048);
    double here =
        2048 / speed(tuning, "H100_SXM", 1, Sharding.NONE).tokensPerSecond()
            - step(TuningMethod.FULL, "H100_SXM", 1);
    double ofHost =
        2048
            / speed(Runs.with(tuning, Offload.OPTIMIZER), "H100_SXM", 1, Sharding.NONE)
                .tokensPerSecond();
    double all =
        2048
            / speed(Runs.with(tuning, Offload.PARAMETERS), "H100_SXM", 1, Sharding.NONE)
                .tokensPerSecond();

    assertEquals(P * (16 / 20e9 + 6 / 6e9), ofHost - here, 1e-9);
    assertEquals(2 * 2 * P / 6e9 * 0.5, all - ofHost, 1e-9);
    double divided =
        8
            * 2048
            / speed(Runs.with(tuning, Offload.OPTIMIZER), "H100_SXM", 8, Sharding.ZERO3)
                .tokensPerSecond();
    double whole =
        8 * 2048 / speed(tuning, "H100_SXM", 8, Sharding.ZERO3).tokensPerSecond()
            - step(TuningMethod.FULL, "H100_SXM", 8);
    assertEquals(P / 8 * (16 / 20e9 + 6 / 6e9), (divided - whole) / 1, 1e-9);
  }

  /** A minute, and 16 GB from a disk of half a gigabyte a second; the rest is tokens. */
  @Test
  void hoursOfARun() {
    TrainingSpeed speed = speed(Runs.of(TuningMethod.LORA, 1, 2048), "H100_SXM", 1, Sharding.NONE);

    assertEquals(60 + 2 * P / 0.5e9, speed.loadSeconds(), 1e-6);
    assertEquals(speed.loadSeconds() / 3600, speed.hours(0), 1e-9);
    assertEquals(1, speed.hours(3600 * speed.tokensPerSecond()) - speed.hours(0), 1e-9);
  }

  /** Of a pool the slowest card counts. */
  @Test
  void theSlowestCardOfAPool() {
    Tuning tuning = Runs.of(TuningMethod.QLORA, 1, 2048);
    TrainingMemory memory = Runs.memory(tuning, Sharding.NONE, 1);
    double both =
        TrainingSpeed.of(tuning, Workloads.cards(1, "L4", "RTX_4090"), memory).tokensPerSecond();

    assertEquals(
        TrainingSpeed.of(tuning, Workloads.cards(1, "L4"), memory).tokensPerSecond(), both);
  }

  @Test
  void fusedKernelsAndEagerAttention() {
    Tuning tuning = Runs.of(TuningMethod.LORA, 1, 2048);
    Card card = Workloads.CATALOG.cards().find("A100_SXM_80").orElseThrow();
    Tuning eager =
        tuning.with(
            tuning
                .settings()
                .with(
                    new TrainingSettings.Options(
                        Optional.empty(), Optional.empty(), Optional.empty(), false, false)));

    assertEquals(0.52, TrainingSpeed.share(tuning, card), 1e-9);
    assertEquals(0.63, TrainingSpeed.share(Runs.of(TuningMethod.FULL, 1, 2048), card), 1e-9);
    assertEquals(0.52 * 0.8, TrainingSpeed.share(eager, card), 1e-9);
    assertEquals(0.52 * 1.25, TrainingSpeed.share(Runs.with(tuning, Trainer.UNSLOTH), card), 1e-9);
  }

  /** Calibrated shares, as docs/decisions/tuning.md gives them. */
  @ParameterizedTest
  @CsvSource({
    "A100_SXM_80, true, false, 0.63",
    "A100_SXM_80, false, true, 0.156",
    "H100_SXM, true, false, 0.53",
    "H100_SXM, false, false, 0.38",
    "H20, true, false, 0.95",
    "B200, true, false, 0.35",
    "B200, false, false, 0.30",
    "MI300X, true, false, 0.25",
    "V100_SXM_16, true, false, 0.35",
  })
  void shares(String card, boolean full, boolean experts, double share) {
    Card found = Workloads.CATALOG.cards().find(card).orElseThrow();

    assertEquals(share, ComputeShare.of(found, full, experts), 1e-9);
  }
}
