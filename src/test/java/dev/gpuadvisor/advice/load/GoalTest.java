package dev.gpuadvisor.advice.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.Targets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

  @ParameterizedTest
  @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
  void isAssumedWhereAnyTargetIs(boolean first, boolean token, boolean assumed) {
    assertEquals(assumed, new Goal(Targets.of(1, 0.05), first, token).assumed());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2048, 1", "2049, 1.00048828125", "20480, 10"})
  void aLongPromptTakesLonger(double tokens, double seconds) {
    assertEquals(seconds, Goal.firstTokenSeconds(Requests.of(tokens, 256)));
  }
}
