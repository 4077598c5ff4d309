package dev.gpuadvisor.sizing.speed;

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
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each constant of a server adds to its steps. Llama 3.1 8B has 32 layers of 4096. */
class PagedBatchTest {

  private static PagedBatch llama(Object... more) {
    return batch(work("llama-3.1-8b", "tp1", 1000), NEWEST, card("H100_SXM"), more);
  }

  /** Weights are read once, each sequence's cache once, and all tokens are computed. */
  @ParameterizedTest
  @CsvSource({"H100_SXM, 1", "H100_SXM, 64", "L40S, 8", "A100_SXM_80, 8"})
  void readingAndArithmeticAddUp(String card, double sequences) {
    PagedBatch batch = batch(work("llama-3.1-8b", "tp1", 1000), NEWEST, card(card));
    double arithmetic = sequences * TOKEN / sustained(card);

    assertEquals(arithmetic, batch.arithmetic(sequences), 1e-12);
    assertEquals(
        (DENSE + sequences * CACHE) / bandwidth(card) + arithmetic, batch.step(sequences), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "STEP_MS, 2, 8, 0.002",
    "LAYER_MS, 0.1, 8, 0.0032",
    "EXPERT_LAYER_MS, 1, 8, 0",
    "LATENT_LAYER_MS, 1, 8, 0",
    "STEP_MS_BEFORE_0_21, 2, 8, 0",
    "LAYER_MS_BEFORE_0_8, 2, 8, 0",
    "SEQUENCE_US, 20, 8, 0.00016",
    "NVLINK_US, 20, 8, 0",
    "QUEUE, 1, 8, 0",
  })
  void whatAStepTakesMore(Constant constant, double value, double sequences, double seconds) {
    assertEquals(seconds, llama(constant, value).step(sequences) - llama().step(sequences), 1e-12);
  }

  /** Where no graph holds attention, no step is shorter than its launches: 32 of 10 ms. */
  @ParameterizedTest
  @CsvSource({"0.7, false", "0.8, true", "0.10, true", "0.11, false", "0.27, false"})
  void theHostLaunchesAttention(String release, boolean hosted) {
    BatchWork work = work("llama-3.1-8b", "tp1", 1000);
    Card card = card("H100_SXM");
    double graphed = batch(work, version(release), card).step(8);
    double step =
        batch(work, version(release), card, Constant.HOST_LAYER_MS_BEFORE_0_11, 10).step(8);

    assertEquals(hosted ? 0.32 : graphed, step, 1e-12);
  }

  /** Without graphs the host launches all 32 layers of every step, of short prompts too. */
  @ParameterizedTest
  @CsvSource({"0.7", "0.10", "0.27"})
  void withoutGraphsTheHostLaunchesEveryLayer(String release) {
    BatchWork graphed = work("llama-3.1-8b", "tp1", 100);
    Card card = card("L40S");
    PagedBatch eager = batch(Plain.eager(graphed), version(release), card);
    PagedBatch usual = batch(graphed, version(release), card);

    double least = 32 * 0.0005;
    assertEquals(Math.max(least, usual.step(1)), eager.step(1), 1e-12);
    assertEquals(eager.step(1) - usual.step(1), eager.alone() - usual.alone(), 1e-12);
    assertEquals(usual.step(4096), eager.step(4096), 1e-12);
    assertEquals(16, SpeedEstimate.eagerStepMillis(graphed.model()), 1e-9);
  }

  /** A layer with experts has twice the kernels of another; some models have both. */
  @ParameterizedTest
  @CsvSource({"llama-3.1-8b, 16", "qwen3-30b-a3b, 48", "deepseek-r1, 59.5"})
  void layersWithExpertsTakeTwiceAsLongWithoutGraphs(String model, double millis) {
    assertEquals(millis, SpeedEstimate.eagerStepMillis(Workloads.model(model)), 1e-9);
  }

  /** Hosts launch step and layers as their release does. */
  @ParameterizedTest
  @CsvSource({
    "0.7, 0.0097",
    "0.8, 0.0262",
    "0.20, 0.0262",
    "0.21, 0.0427",
    "0.27, 0.0427",
    "1.0, 0.0427"
  })
  void releasesLaunchDifferently(String release, double seconds) {
    Object[] launches = {
      Constant.STEP_MS_BEFORE_0_8, 0.1, Constant.LAYER_MS_BEFORE_0_8, 0.3,
      Constant.STEP_MS_BEFORE_0_21, 0.6, Constant.LAYER_MS_BEFORE_0_21, 0.8,
      Constant.STEP_MS, 1.1, Constant.LAYER_MS, 1.3
    };
    BatchWork work = work("llama-3.1-8b", "tp1", 1000);
    Version version = version(release);
    Card card = card("H100_SXM");

    assertEquals(
        seconds,
        batch(work, version, card, launches).step(1) - batch(work, version, card).step(1),
        1e-12);
  }

  /** A front end hands out so many tokens a second: small models wait for it. */
  @Test
  void theFrontEndBoundsSmallModels() {
    PagedBatch bound = llama(Constant.TOKEN_US, 1000);

    assertEquals(llama().step(1), bound.step(1), 1e-12);
    assertEquals(0.1, bound.step(100), 1e-12);
    PagedBatch late = llama(Constant.TOKEN_US, 1000, Constant.FRONT_END_MS, 3);
    assertEquals(0.003, late.frontEnd(500), 1e-12);
    assertEquals(0.003 * 0.25 / 0.75, late.frontEnd(250), 1e-12);
    assertEquals(0.003 * 19, late.frontEnd(5000), 1e-12);
    assertEquals(0, bound.frontEnd(500));
  }

  /**
   * Two GPUs read half each and agree twice a layer: 64 times over NVLink or PCIe, where more GPUs
   * take longer, and add up 4096 values of 16 bit for each token.
   */
  @ParameterizedTest
  @CsvSource({
    "A100_SXM_80, tp2, 0.00064, 600, 1",
    "H100_SXM, tp2, 0.00064, 900, 1",
    "H100_SXM, tp4, 0.00064, 900, 1.5",
    "B200, tp2, 0.00064, 1800, 1",
    "L40S, tp2, 0.00192, 20, 1",
    "L40S, tp8, 0.00384, 20, 1.75",
  })
  void gpusAddUp(String card, String parallel, double agreeing, double gbPerSecond, double cut) {
    int gpus = Parallel.parse(parallel).orElseThrow().tensor();
    PagedBatch batch =
        batch(
            work("llama-3.1-8b", parallel, 1000),
            NEWEST,
            card(card),
            Constant.NVLINK_US,
            10,
            Constant.PCIE_US,
            30,
            Constant.PCIE_GB_PER_SECOND,
            20);
    double adding = 8 * 64 * 4096 * 2 * cut / (gbPerSecond * 1e9);
    double reading = (DENSE + 8 * CACHE) / gpus / bandwidth(card);
    double computing = 8 * TOKEN / gpus / sustained(card);

    assertEquals(reading + computing + agreeing + adding, batch.step(8), 1e-12);
    double prompt = PROMPT / gpus / sustained(card) + adding / 8 * 1000;
    assertEquals(prompt, batch.mixed(8), 1e-12);
  }

  /** Two chunks read the prompt of 1000 tokens, at the card's arithmetic of a moment. */
  @Test
  void theFirstTokenOfOneAlone() {
    double computing = PROMPT / (2 * sustained("H100_SXM"));
    double steps = 2 * llama().step(1);

    assertEquals(computing + steps, llama().alone(), 1e-12);
    assertEquals(0.007 + computing + steps, llama(Constant.FIRST_TOKEN_MS, 7).alone(), 1e-12);
    assertEquals(0.004 + computing + steps, llama(Constant.PROMPT_TOKEN_US, 4).alone(), 1e-12);
    assertEquals(2 * 32 * 0.01, llama(Constant.EAGER_LAYER_MS, 10).alone(), 1e-12);
    assertEquals(computing + steps, llama(Constant.EAGER_LAYER_MS, 0.01).alone(), 1e-12);
  }

  /** Steps of up to 512 tokens are launched as a graph. */
  @ParameterizedTest
  @CsvSource({"256, 0", "512, 0", "513, 0.64", "1025, 0.96"})
  void longPromptsAreLaunchedLayerByLayer(double tokens, double seconds) {
    BatchWork work = work("llama-3.1-8b", "tp1", tokens);
    PagedBatch batch = batch(work, NEWEST, card("H100_SXM"), Constant.EAGER_LAYER_MS, 10);
    double computing = PROMPT / sustained("H100_SXM");

    assertEquals(seconds == 0 ? computing : seconds - batch.step(4), batch.mixed(4), 1e-12);
    assertEquals(batch.mixed(4) + batch.step(4) * tokens / 512, batch.place(4), 1e-12);
  }

  /**
   * Half of the step that runs, all of it where a request follows an answer, and from 0.14 on the
   * one that is made up already; two steps read a prompt of 1,000 tokens.
   */
  @ParameterizedTest
  @CsvSource({"0.7, true, 0.5", "0.11, false, 1", "0.13, true, 1.5", "0.27, false, 2"})
  void waitsForTheStepsThatAreMadeUp(String release, boolean atRandom, double steps) {
    PagedBatch batch = batch(work("llama-3.1-8b", "tp1", 1000), version(release), card("H100_SXM"));
    double step = batch.step(16);

    assertEquals(steps * step + 2 * (step - batch.step(1)), batch.before(16, atRandom), 1e-12);
  }

  @Test
  void othersAreInTheWay() {
    PagedBatch batch = llama(Constant.QUEUE, 0.4);

    assertEquals(0.4, batch.queue());
    assertEquals(PROMPT / sustained("H100_SXM"), llama().mixed(16), 1e-12);
  }
}
