package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedServerTest {

  private static final Requests CHAT = Requests.of(1024, 256);

  private static LoadedServer server(String model, String format, Hardware hardware, Requests of) {
    Tokens tokens = new Tokens((int) of.fullContext(), (int) of.generatedTokens(), 1);
    Workload workload = Workloads.on("vllm", model, tokens);
    Fitting fitting =
        Fitting.of(workload, format(format), workload.estimate(format(format)), hardware);
    return LoadedServer.of(workload, format(format), hardware, ServerRoom.of(fitting, of), of);
  }

  private static LoadedServer llama(String card) {
    return server("llama-3.1-8b", "bf16", cards(1, card), CHAT);
  }

  @Test
  void moreLoadNeverMeansLessWaiting() {
    LoadedServer server = llama("A10G");
    double most = server.saturation();
    SteadyState before = server.at(most / 1000).orElseThrow();
    for (int percent = 1; percent < 100; percent++) {
      SteadyState state = server.at(most * percent / 100).orElseThrow();
      assertTrue(state.sequences() > before.sequences());
      assertTrue(state.firstTokenSeconds().p50() >= before.firstTokenSeconds().p50());
      assertTrue(state.secondsPerToken().p50() >= before.secondsPerToken().p50());
      assertTrue(state.secondsPerToken().p95() >= state.secondsPerToken().p50());
      before = state;
    }
    assertTrue(server.at(most).isEmpty());
  }

  @Test
  void littlesLawHolds() {
    SteadyState state = llama("L40S").at(2).orElseThrow();
    assertEquals(2 * 256 * state.secondsPerToken().p50(), state.sequences(), 1e-6);
  }

  @Test
  void usersAndLoadAreTwoViewsOfOneState() {
    LoadedServer server = llama("L40S");
    SteadyState state = server.with(20).orElseThrow();
    assertEquals(20, state.sequences(), 1e-6);
    // Requests that come at random meet all others; a user's own is not in its way.
    assertEquals(20, server.at(state.requestsPerSecond()).orElseThrow().sequences(), 1);
  }

  @Test
  void aLooserTargetNeverCarriesLess() {
    LoadedServer server = llama("L40S");
    double before = 0;
    for (int ms = 20; ms <= 200; ms += 20) {
      double rate = server.capacity(Targets.of(10, ms / 1000.0)).requestsPerSecond();
      assertTrue(rate >= before, ms + ": " + rate);
      before = rate;
    }
    assertTrue(server.capacity(Targets.NONE).requestsPerSecond() >= before);
  }

  @Test
  void cachedPrefixesAndSpeculationCarryMore() {
    Hardware card = cards(1, "L40S");
    double plain = server("llama-3.1-8b", "bf16", card, CHAT).saturation();
    Requests cached = new Requests(1024, 256, 0, 0.5, 1);
    Requests speculating = new Requests(1024, 256, 0, 0, 2);
    Requests reasoning = new Requests(1024, 256, 256, 0, 1);
    assertTrue(server("llama-3.1-8b", "bf16", card, cached).saturation() > plain);
    assertTrue(server("llama-3.1-8b", "bf16", card, speculating).saturation() > plain);
    assertTrue(server("llama-3.1-8b", "bf16", card, reasoning).saturation() < plain);
  }

  /** sudoingX/qwen38-mtp#11: Qwen3.8 27B in NVFP4, vLLM 0.27, one user. */
  @ParameterizedTest
  @CsvSource({"0, 1, 63.3", "2, 2.18, 96.1", "4, 2.68, 116.3"})
  void draftingTakesTime(int drafted, double accepted, double tokensPerSecond) {
    Workload plain = Workloads.on("vllm", "qwen3.8-27b", new Tokens(4096, 512, 1));
    Optional<Speculation> drafting =
        Optional.of(new Speculation(Optional.empty(), drafted)).filter(each -> drafted > 0);
    LoadedServer server =
        LoadedServer.of(
            plain.with(plain.settings().withSpeculation(drafting)),
            format("nvfp4"),
            cards(1, "RTX_PRO_6000_MAXQ"),
            new ServerRoom(100, 100, 8192),
            new Requests(512, 512, 0, 0, accepted));
    double measured = 1 / tokensPerSecond;
    double seconds = server.with(1).orElseThrow().betweenTokens().p50();
    assertEquals(measured, seconds, 0.15 * measured);
  }

  @Test
  void ofAPoolTheSlowestCardCounts() {
    Capacity slow = server("llama-3.1-8b", "bf16", cards(1, "A10G"), CHAT).capacity(Targets.NONE);
    Capacity pool =
        server("llama-3.1-8b", "bf16", cards(1, "L40S", "A10G"), CHAT).capacity(Targets.NONE);
    assertEquals(slow.requestsPerSecond(), pool.requestsPerSecond(), 1e-9);
  }

  @Test
  void aCardThatWasNotMeasuredSaysSo() {
    assertEquals(Basis.CALIBRATED, llama("L40S").basis());
    assertEquals(Basis.EXTRAPOLATED, llama("A40").basis());
    assertEquals(Basis.UNTRIED, llama("MI300X").basis());
    assertTrue(Basis.EXTRAPOLATED.errorPercent() > Basis.CALIBRATED.errorPercent());
  }

  @Test
  void withoutTargetsCacheOrArithmeticBinds() {
    Capacity capacity = llama("A10G").capacity(Targets.NONE);
    assertEquals(Bound.CACHE, capacity.binds());
    Capacity latency =
        llama("A10G").capacity(new Targets(OptionalDouble.empty(), OptionalDouble.of(0.05)));
    assertEquals(Bound.LATENCY, latency.binds());
  }
}
