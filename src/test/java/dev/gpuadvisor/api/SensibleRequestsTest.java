package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that nobody thought of together are answered, or said not to go together. */
class SensibleRequestsTest {

  private static final int REQUESTS = Integer.getInteger("sensible.requests", 1_000);

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000_003})
  void getAnAnswer(long seed) {
    SensibleRequests requests = new SensibleRequests(seed);
    for (int i = 0; i < REQUESTS; i++) {
      HostileRequestsTest.assertWellAnswered(requests.next());
    }
  }

  /** A generator of what is refused would prove little. */
  @Test
  void areAnsweredMoreOftenThanNot() {
    SensibleRequests requests = new SensibleRequests(2);
    Map<Integer, Integer> seen = new HashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      seen.merge(Asking.API.handle(requests.next()).status(), 1, Integer::sum);
    }

    assertTrue(seen.get(200) > REQUESTS / 2, seen.toString());
  }
}
