package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.speed.Plain.CACHE;
import static dev.gpuadvisor.sizing.speed.Plain.DENSE;
import static dev.gpuadvisor.sizing.speed.Plain.NEWEST;
import static dev.gpuadvisor.sizing.speed.Plain.PROMPT;
import static dev.gpuadvisor.sizing.speed.Plain.TOKEN;
import static dev.gpuadvisor.sizing.speed.Plain.bandwidth;
import static dev.gpuadvisor.sizing.speed.Plain.batch;
import static dev.gpuadvisor.sizing.speed.Plain.card;
import static dev.gpuadvisor.sizing.speed.Plain.sustained;
import static dev.gpuadvisor.sizing.speed.Plain.version;
import static dev.gpuadvisor.sizing.speed.Plain.work;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.Version;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What experts, latent attention and drafts add to the steps of a server. */
class ModelStepsTest {

  private static BatchWork experts(String format, String parallel) {
    return stored("qwen3-30b-a3b", format, parallel);
  }

  private static BatchWork stored(String model, String format, String parallel) {
    BatchWork plain = work(model, parallel, 1000);
    return new BatchWork(
        plain.model(),
        format(format),
        DENSE,
        160e9,
        1 / 16.0,
        CACHE,
        TOKEN,
        TOKEN / 2,
        PROMPT,
        1000,
        512,
        plain.parallel(),
        0,
        0,
        0,
        false);
  }

  /** Each token reads a sixteenth of the experts at random: one, two, many. */
  @ParameterizedTest
  @CsvSource({
    "1, tp1, 1, 0.0625",
    "2, tp1, 1, 0.12109375",
    "1, tp2, 2, 0.0625",
    "1, dp2ep2, 2, 0.12109375",
  })
  void expertsAreReadAtRandom(double sequences, String parallel, int gpus, double share) {
    Card card = card("H100_SXM");
    double more =
        batch(experts("bf16", parallel), NEWEST, card).step(sequences)
            - batch(work("qwen3-30b-a3b", parallel, 1000), NEWEST, card).step(sequences);

    assertEquals(160e9 * share / gpus / bandwidth("H100_SXM"), more, 1e-12);
  }

  /** Experts are read at a share of the bandwidth, launched in 48 layers, computed at a share. */
  @Test
  void expertsCostBesides() {
    Card card = card("H100_SXM");
    BatchWork work = experts("bf16", "tp1");
    double plain = batch(work, NEWEST, card).step(1);
    double reading = 10e9 / bandwidth("H100_SXM");
    double computing = TOKEN / 2 / sustained("H100_SXM");

    assertEquals(
        reading, batch(work, NEWEST, card, Constant.EXPERT_BANDWIDTH, 0.5).step(1) - plain, 1e-12);
    assertEquals(
        0.048, batch(work, NEWEST, card, Constant.EXPERT_LAYER_MS, 1).step(1) - plain, 1e-12);
    assertEquals(
        computing, batch(work, NEWEST, card, Constant.EXPERT_COMPUTE, 0.5).step(1) - plain, 1e-12);
    PagedBatch batch = batch(work, NEWEST, card);
    double others = 160e9 * (Math.pow(15 / 16.0, 4) - Math.pow(15 / 16.0, 516));
    assertEquals(
        PROMPT / sustained("H100_SXM") + 2 * others / bandwidth("H100_SXM"), batch.mixed(4), 1e-9);
    double all = 160e9 * (15 / 16.0 - Math.pow(15 / 16.0, 512));
    assertEquals(
        PROMPT / 2 / sustained("H100_SXM") + 2 * (batch.step(1) + all / bandwidth("H100_SXM")),
        batch.alone(),
        1e-9);
  }

  /** What is not of routed experts is computed as elsewhere: of a prompt, its attention. */
  @Test
  void onlyExpertsAreComputedSlowly() {
    Card card = card("H100_SXM");
    BatchWork work = experts("bf16", "tp1");
    double plain = batch(work, NEWEST, card).mixed(1);
    double slow = batch(work, NEWEST, card, Constant.EXPERT_COMPUTE, 0.5).mixed(1);

    assertEquals(1000 * TOKEN / 2 / sustained("H100_SXM"), slow - plain, 1e-9);
  }

  /** The memory of an A100 is more than kernels of experts keep busy; later cards have others. */
  @ParameterizedTest
  @CsvSource({"A100_SXM_80, true", "L40S, true", "H100_SXM, false", "RTX_5090, false"})
  void cardsBeforeHopperReadExpertsSlowly(String id, boolean early) {
    BatchWork work = experts("bf16", "tp1");
    Card card = card(id);
    double plain = batch(work, NEWEST, card).step(1);
    double capped =
        batch(work, NEWEST, card, Constant.EXPERT_GB_PER_SECOND_BEFORE_HOPPER, 100).step(1);

    assertEquals(early ? 10e9 / 100e9 - 10e9 / bandwidth(id) : 0, capped - plain, 1e-12);
  }

  /** Layers round what goes into matrices of few bits; to four those without experts did. */
  @ParameterizedTest
  @CsvSource({
    "qwen3-30b-a3b, fp8, H100_SXM, 27, 0.048",
    "qwen3-30b-a3b, int8, A100_SXM_80, 27, 0.048",
    "qwen3-30b-a3b, bf16, H100_SXM, 27, 0",
    "qwen3-30b-a3b, fp8, A100_SXM_80, 27, 0",
    "qwen3-30b-a3b, nvfp4, B200, 20, 0",
    "llama-3.1-8b, fp8, H100_SXM, 20, 0.032",
    "llama-3.1-8b, nvfp4, B200, 20, 0.032",
    "llama-3.1-8b, nvfp4, B200, 21, 0",
    "llama-3.1-8b, nvfp4, H100_SXM, 20, 0",
    "llama-3.1-8b, gptq-int4, B200, 20, 0",
  })
  void whatIsComputedInFewBitsIsRounded(
      String model, String stored, String id, int minor, double seconds) {
    BatchWork work = stored(model, stored, "tp1");
    Card card = card(id);
    Version release = new Version(List.of(0, minor));
    double plain = batch(work, release, card).step(1);

    assertEquals(
        seconds, batch(work, release, card, Constant.ROUNDING_LAYER_MS, 1).step(1) - plain, 1e-12);
  }

  /** Of weights in 4 bit a GPU widens so many a second at most. */
  @Test
  void expertsThatAreWidened() {
    BatchWork work = experts("gptq-int4", "tp1");
    Card card = card("H100_SXM");
    double bytes = format("gptq-int4").bitsPerWeight() / 8;
    double plain = batch(work, NEWEST, card).step(1);
    double bound = batch(work, NEWEST, card, Constant.WIDENED_EXPERTS_GIGA, 100).step(1);

    assertEquals(10e9 / (100e9 * bytes) - 10e9 / bandwidth("H100_SXM"), bound - plain, 1e-12);
  }

  /** DeepSeek's 61 layers, 58 with experts: what no graph holds, by release and card. */
  @ParameterizedTest
  @CsvSource({
    "0.27, B200, 0.0061",
    "0.11, B200, 0.0061",
    "0.10, B200, 0.2411",
    "0.27, H100_SXM, 0.0183",
    "0.11, H100_SXM, 0.0183",
    "0.10, H100_SXM, 0.2533",
    "0.27, A100_SXM_80, 0.0183",
    "0.21, A100_SXM_80, 0.0183",
    "0.20, A100_SXM_80, 0.0793",
    "0.10, A100_SXM_80, 0.2533",
  })
  void latentAttention(String release, String id, double seconds) {
    BatchWork work = work("deepseek-v3", "tp1", 1000);
    Card card = card(id);
    Version version = version(release);
    Object[] latent = {
      Constant.LATENT_LAYER_MS,
      0.1,
      Constant.SPLIT_LATENT_LAYER_MS,
      0.2,
      Constant.UNGRAPHED_LATENT_LAYER_MS,
      1,
      Constant.GROUPED_ROUTER_LAYER_MS,
      3
    };

    assertEquals(
        seconds,
        batch(work, version, card, latent).step(1) - batch(work, version, card).step(1),
        1e-12);
  }

  /** Three drafts read their weights one after another; a step then has four tokens of each. */
  @Test
  void draftsTakeTime() {
    BatchWork plain = work("llama-3.1-8b", "tp2", 1000);
    BatchWork drafting =
        new BatchWork(
            plain.model(),
            plain.format(),
            DENSE,
            0,
            1,
            CACHE,
            TOKEN,
            0,
            PROMPT,
            1000,
            512,
            plain.parallel(),
            3,
            4e9,
            2,
            false);
    Card card = card("L40S");
    double launching = 3 * 2 * 0.001 + 32 * 0.001;
    double reading = (3 * 4e9 + DENSE + 2 * CACHE) / 2 / bandwidth("L40S");
    double computing = 2 * 4 * TOKEN / 2 / sustained("L40S");
    double adding = 2 * 4 * 64 * 4096 * 2 / 1e15;

    assertEquals(
        launching + reading + computing + adding,
        batch(drafting, NEWEST, card, Constant.LAYER_MS, 1).step(2),
        1e-12);
  }
}
