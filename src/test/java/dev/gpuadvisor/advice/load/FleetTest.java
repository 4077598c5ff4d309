package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.speed.SteadyState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers of one kind that share a load: as many as carry it, and none too many. */
class FleetTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "8", "60"})
  void asManyAsCarryTheLoad(String perSecond) {
    Recommendation answer =
        Loads.recommend(Loads.llama(), Map.of("requests_per_second", perSecond));
    List<Assessment> carrying =
        answer.assessments().stream().filter(each -> each.plan().isPresent()).toList();
    double rate = Double.parseDouble(perSecond);

    assertTrue(carrying.size() > 2);
    for (Assessment each : carrying) {
      WorkerLoad worker = each.load().orElseThrow();
      Plan plan = each.plan().orElseThrow();
      int replicas = plan.replicas();
      SteadyState state = plan.state().orElseThrow();
      SteadyState alone = worker.alone().orElseThrow();
      double peak = worker.load().peakPerSecond();

      assertTrue(worker.isAny() && peak >= rate);
      assertTrue(peak <= replicas * worker.usable() * (1 + 1e-6), each::toString);
      assertTrue(replicas == 1 || peak > (replicas - 1) * worker.usable() * (1 - 1e-6));
      assertEquals(peak / replicas, state.requestsPerSecond(), peak * 1e-4);
      assertEquals(worker.capacity().orElseThrow().binds(), worker.binds().orElseThrow());
      assertEquals(Optional.of(state.firstTokenSeconds()), plan.firstTokenSeconds());
      assertEquals(worker.loadPercent(replicas), plan.loadPercent());
      assertEquals(1 / alone.requestsPerSecond(), worker.secondsAlone());
      assertEquals(
          Math.max(alone.secondsPerToken().p50() / 0.05, alone.firstTokenSeconds().p50() / 1),
          worker.shareAlone(),
          1e-9);
      assertEquals(
          100 * peak / replicas / worker.requestsPerSecond(),
          worker.loadPercent(replicas).doubleValue(),
          0.051);
    }
  }
}
