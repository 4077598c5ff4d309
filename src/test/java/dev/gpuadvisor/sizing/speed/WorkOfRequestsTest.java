package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests have to be done for them, and what formats cost. */
class WorkOfRequestsTest {

  private static final ServingProfile PROFILE =
      CATALOG.runtimes().find("vllm").orElseThrow().speed().serving().orElseThrow();

  private static BatchWork work(String model, String parallel, int gpus, Requests requests) {
    Workload workload =
        Workloads.on("vllm", model, new Tokens(8192, 2048, 1))
            .with(RuntimeSettings.DEFAULT.withParallel(Parallel.parse(parallel).orElseThrow()));
    return BatchWork.of(workload, format("bf16"), gpus, 512, requests);
  }

  @Test
  void tokensOfARequest() {
    Requests requests = new Requests(1000, 200, 100, 0.25, 2);

    assertEquals(300, requests.generatedTokens());
    assertEquals(750, requests.computedTokens());
    assertEquals(1150, requests.meanContext());
    assertEquals(1300, requests.fullContext());
    assertEquals(1, new Requests(1, 1, 0, 0.999, 1).computedTokens());
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 1, 0, 0, 1",
    "1, 0.9, 0, 0, 1",
    "1, 1, -1, 0, 1",
    "1, 1, 0, 1, 1",
    "1, 1, 0, -0.1, 1",
    "1, 1, 0, 0, 0.9",
    "16777217, 1, 0, 0, 1",
    "1, 16777217, 0, 0, 1",
    "1, 1, 16777217, 0, 1"
  })
  void requestsThatAreNone(double in, double out, double reasoning, double hits, double accepted) {
    assertThrows(
        IllegalArgumentException.class, () -> new Requests(in, out, reasoning, hits, accepted));
  }

  @Test
  void requestsThatJustAre() {
    assertEquals(1, new Requests(1, 1, 0, 0, 1).computedTokens());
    assertEquals(16_777_216, new Requests(16_777_216, 1, 0, 0, 1).inputTokens());
  }

  /** Llama 3.1 8B: all weights but the table are read; 131,072 bytes of cache for each token. */
  @Test
  void workOfADenseModel() {
    BatchWork work = work("llama-3.1-8b", "auto", 1, new Requests(1000, 200, 0, 0, 1));

    assertEquals(0, work.expertBytes());
    assertEquals(0, work.expertsRead(8));
    assertEquals(2.0 * (8_030_261_248L - 128_256L * 4096), work.denseBytes(), 1e7);
    assertEquals(1100 * 131_072, work.cacheBytes());
    assertEquals(2, work.chunks());
    assertEquals(1000, work.promptTokens());
    assertEquals(Compute.flopsOfPrompt(work.model(), 1000), work.promptFlops(), 1);
    assertFalse(work.isLatent());
    assertEquals(0, work.expertLayers());
  }

  /** Of a prompt of which 600 tokens are known, the last 400 attend to all. */
  @Test
  void whatIsCachedIsNotComputed() {
    BatchWork work = work("llama-3.1-8b", "auto", 1, new Requests(1000, 200, 0, 0.6, 1));

    assertEquals(400, work.promptTokens());
    assertEquals(
        Compute.flopsOfPrompt(work.model(), 1000) - Compute.flopsOfPrompt(work.model(), 600),
        work.promptFlops(),
        1);
    assertEquals(1, work.chunks());
  }

  /** Qwen3 30B A3B: 48 layers of 128 experts of 3 x 768 x 2048, of which a token uses 8. */
  @Test
  void workOfExperts() {
    BatchWork work = work("qwen3-30b-a3b", "auto", 1, new Requests(1000, 200, 0, 0, 1));
    double experts = 48.0 * 128 * 3 * 768 * 2048 * 2;

    assertEquals(experts, work.expertBytes(), experts * 0.001);
    assertEquals(8 / 128.0, work.activeShare());
    assertEquals(work.expertBytes() / 16, work.expertsRead(1), 1);
    assertEquals(work.expertBytes() / 16, work.expertsRead(0), 1);
    assertEquals(work.expertBytes() * (1 - Math.pow(15 / 16.0, 8)), work.expertsRead(8), 1);
    assertEquals(48, work.expertLayers());
  }

  /** Experts are shared by copies too; caches are cut by heads, latent ones are not. */
  @ParameterizedTest
  @CsvSource({
    "llama-3.1-8b, auto, 4, 4, 4, 4",
    "llama-3.1-8b, tp16, 16, 16, 16, 8",
    "llama-3.1-8b, tp2pp2, 4, 2, 2, 2",
    "llama-3.1-8b, dp4, 4, 1, 4, 1",
    "deepseek-v3, tp8, 8, 8, 8, 1",
    "deepseek-v3, tp2dp4ep8, 8, 2, 8, 1",
  })
  void howGpusShare(String model, String parallel, int gpus, int tensor, int experts, int cache) {
    BatchWork work = work(model, parallel, gpus, new Requests(1000, 200, 0, 0, 1));

    assertEquals(tensor, work.tensor());
    assertEquals(experts, work.expertGpus());
    assertEquals(cache, work.cacheGpus());
    assertEquals(model.startsWith("deepseek"), work.isLatent());
  }

  private static FormatCost cost(String format, String card) {
    return FormatCost.of(format(format), CATALOG.cards().find(card).orElseThrow(), PROFILE);
  }

  /** FP8 is computed from Ada on, FP4 on Blackwell; what is not computed is widened. */
  @ParameterizedTest
  @CsvSource({
    "bf16, A100_SXM_80, , 1, false",
    "fp32, A100_SXM_80, , 1, false",
    "fp8, A100_SXM_80, , , true",
    "fp8, L4, FP8_COMPUTE, 1, false",
    "fp8, H100_SXM, FP8_COMPUTE, 1, false",
    "int8, A100_SXM_80, FP8_COMPUTE, 1, false",
    "nvfp4, B200, FP4_COMPUTE, 1, false",
    "nvfp4, H100_SXM, , , true",
    "mxfp4, RTX_5090, FP4_COMPUTE, 1, false",
    "gptq-int4, H100_SXM, , , true",
    "nf4, L4, , 1.3, false",
    "nf4, H100_SXM, , 3.35, false",
  })
  void formats(String format, String card, Constant compute, Double one, boolean widens) {
    FormatCost cost = cost(format, card);

    assertEquals(compute == null ? 1 : PROFILE.get(compute), cost.compute());
    assertEquals(one == null ? 1 / PROFILE.get(Constant.WEIGHT_ONLY) : one, cost.one(), 1e-4);
    assertEquals(widens, cost.widens());
  }

  /** For more than one token bitsandbytes writes 16 bits for 4.5 and reads them again. */
  @Test
  void moreThanOneToken() {
    FormatCost nf4 = cost("nf4", "L4");
    double several = 1 + 2 * 16 / 4.5;

    assertEquals(1.3, nf4.weights(0.5));
    assertEquals(1.3, nf4.weights(1));
    assertEquals((1.3 + several) / 2, nf4.weights(1.5), 1e-9);
    assertEquals(several, nf4.weights(2), 1e-9);
    assertEquals(several, nf4.weights(100), 1e-9);
  }

  /** The median within the target, the slowest within twice of it. */
  @ParameterizedTest
  @CsvSource({"1, 2, true", "1.01, 1.5, false", "0.5, 2.01, false", "0.5, 1, true"})
  void targets(double p50, double p95, boolean met) {
    Percentiles slow = new Percentiles(p50, p95);
    Percentiles fast = new Percentiles(0.01, 0.01);
    Targets first = new Targets(OptionalDouble.of(1), OptionalDouble.empty());
    Targets token = new Targets(OptionalDouble.empty(), OptionalDouble.of(1));

    assertEquals(met, first.areMetBy(state(slow, fast)));
    assertEquals(met, token.areMetBy(state(fast, slow)));
    assertTrue(Targets.NONE.areMetBy(state(slow, slow)));
    assertTrue(first.isAny() && token.isAny() && !Targets.NONE.isAny());
  }

  private static SteadyState state(Percentiles first, Percentiles token) {
    return new SteadyState(1, 1, first, token, token, token, 1, 0.5, Bound.CACHE);
  }

  @Test
  void searches() {
    assertEquals(3, Search.equal(x -> x * x, 9, 10), 1e-6);
    assertEquals(10, Search.equal(x -> x, 20, 10));
    assertEquals(10, Search.equal(x -> x, 10, 10));
    assertEquals(0.5, Search.equal(x -> Math.pow(x, 9), Math.pow(0.5, 9), 1), 1e-4);
    assertEquals(10, Search.highest(x -> true, 10));
    assertEquals(0, Search.highest(x -> false, 10), 1e-6);
    assertEquals(7, Search.highest(x -> x <= 7, 10), 1e-6);
  }
}
