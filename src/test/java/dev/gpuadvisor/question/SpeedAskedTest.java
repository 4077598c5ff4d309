package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.advice.Constraints;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedAskedTest {

  private static final String MODEL = "model=llama-3.1-8b&";

  @ParameterizedTest
  @CsvSource({
    "max_seconds_per_token=0.03, 33.333",
    "max_seconds_per_token=0.03&min_tokens_per_second=20, 33.333",
    "max_seconds_per_token=0.03&min_tokens_per_second=40, 40",
    "max_seconds_per_token=0.03&requests_per_second=1,",
    "latency=batch,",
  })
  void theTimeOfATokenIsASpeedWhereNobodySaysHowOftenRequestsArrive(String said, String least) {
    Constraints constraints = Asking.recommendation(MODEL + "concurrency=4&" + said).constraints();
    assertEquals(Optional.ofNullable(least).map(BigDecimal::new), constraints.minTokensPerSecond());
  }
}
