package dev.gpuadvisor.sizing.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server of several copies carries, and what keeps it from more: steps as in a table. */
class CopiesTest {

  private static final Requests ANSWERS = new Requests(1000, 101, 0, 0, 1);

  private static LoadedServer server(double cached, int sequences, String parallel) {
    return server(cached, sequences, parallel, SteadyLoadTest.BATCH);
  }

  private static LoadedServer server(double cached, int sequences, String parallel, Batch batch) {
    BatchWork work = Plain.work("llama-3.1-8b", parallel, 1000);
    ServerRoom room = new ServerRoom(cached, sequences, 512);
    return new LoadedServer(room, ANSWERS, work, batch, Basis.CALIBRATED);
  }

  /** With all places taken; copies share the places. */
  @ParameterizedTest
  @CsvSource({
    "10, 16, tp1, 1, 10",
    "40, 16, tp1, 1, 16",
    "40, 16, dp2, 2, 8",
    "10, 16, dp2, 2, 5",
    "1, 16, dp2, 2, 1",
  })
  void mostIsWithAllPlacesTaken(
      double cached, int sequences, String parallel, int copies, double places) {
    double step = 0.010 + 0.001 * (1 + places) + places * 0.2 / 100;

    assertEquals(
        copies * places / (100 * step), server(cached, sequences, parallel).saturation(), 1e-9);
  }

  @Test
  void whatHoldsNoRequestCarriesNone() {
    LoadedServer none = server(0.9, 16, "tp1");

    assertEquals(0, none.saturation());
    assertEquals(Optional.empty(), none.at(0.001));
    assertEquals(Optional.empty(), none.with(1));
    assertEquals(
        new Capacity(0, Bound.CACHE, Optional.empty(), Optional.empty()),
        none.capacity(Targets.NONE));
    assertTrue(server(1, 16, "tp1").saturation() > 0);
  }

  /** What comes is answered, by each copy its part. */
  @ParameterizedTest
  @CsvSource({"tp1, 1", "dp2, 2", "dp4, 4"})
  void copiesShareTheRequests(String parallel, int copies) {
    LoadedServer server = server(40, 16 * copies, parallel);
    SteadyState state = server.at(1.5 * copies).orElseThrow();
    SteadyState one = server(40, 16, "tp1").at(1.5).orElseThrow();

    assertEquals(1.5 * copies, state.requestsPerSecond(), 1e-6);
    assertEquals(1.5 * copies * 101, state.outputTokensPerSecond(), 1e-3);
    assertEquals(1.5 * copies / server.saturation(), state.utilisation(), 1e-6);
    if (copies == 2) {
      assertEquals(2 * one.sequences(), server(32, 32, "dp2").at(3).orElseThrow().sequences(), 0.1);
    }
  }

  /** Users in flight are all there are: who finds no place waits for one. */
  @ParameterizedTest
  @CsvSource({"1, tp1", "3, tp1", "10, tp1", "30, tp1", "6, dp2", "60, dp2"})
  void usersAreInFlight(double users, String parallel) {
    assertEquals(
        users, server(40, 8, parallel).with(users).orElseThrow().sequences(), users * 1e-3);
  }

  /** Thirty users of whom eight or so have a place: the others wait their turn. */
  @Test
  void usersWithoutAPlaceWait() {
    LoadedServer server = server(40, 8, "tp1");
    SteadyState few = server.with(3).orElseThrow();
    SteadyState many = server.with(30).orElseThrow();
    double turns = 30 / many.requestsPerSecond();

    assertTrue(many.firstTokenSeconds().p50() > turns / 2);
    assertTrue(few.firstTokenSeconds().p50() < 1);
    assertEquals(server.with(60).orElseThrow().requestsPerSecond(), many.requestsPerSecond(), 0.05);
  }

  /** Nearly all places taken is a matter of memory or of the setting; else of what takes longer. */
  @ParameterizedTest
  @CsvSource({
    "10, 16, 0.99, CACHE",
    "16, 16, 0.99, CACHE",
    "17, 16, 0.99, SEQUENCES",
    "40, 16, 0.2, BANDWIDTH",
    "400, 160, 0.8, COMPUTE",
  })
  void whatBinds(double cached, int sequences, double share, Bound bound) {
    LoadedServer server = server(cached, sequences, "tp1");

    assertEquals(bound, server.at(share * server.saturation()).orElseThrow().binds());
  }

  /** Without targets all it can; with them three quarters of it, and less where they are missed. */
  @Test
  void targetsTakeTheirPart() {
    LoadedServer server = server(40, 16, "tp1");
    Capacity all = server.capacity(Targets.NONE);
    Capacity loose = server.capacity(Targets.of(1000, 1000));
    Capacity tight = server.capacity(new Targets(OptionalDouble.empty(), OptionalDouble.of(0.03)));
    Capacity none = server.capacity(new Targets(OptionalDouble.empty(), OptionalDouble.of(0.001)));

    assertEquals(0.75 * server.saturation(), loose.requestsPerSecond(), 1e-3);
    assertEquals(Bound.SEQUENCES, loose.binds());
    assertEquals(server.saturation(), all.requestsPerSecond(), 1e-9);
    assertTrue(tight.requestsPerSecond() > 0);
    assertTrue(tight.requestsPerSecond() < 0.9 * loose.requestsPerSecond());
    assertEquals(Bound.LATENCY, tight.binds());
    SteadyState met = tight.state().orElseThrow();
    assertTrue(met.secondsPerToken().p50() <= 0.03 && met.secondsPerToken().p95() <= 0.06);
    double more = tight.requestsPerSecond() * 1.02;
    SteadyState missed = server.at(more).orElseThrow();
    assertTrue(missed.secondsPerToken().p50() > 0.03 || missed.secondsPerToken().p95() > 0.06);
    assertEquals(0, none.requestsPerSecond());
    assertEquals(Bound.LATENCY, none.binds());
    assertEquals(Optional.empty(), none.state());
    assertTrue(none.alone().isPresent());
  }

  /** The time of an answer over its tokens; the first one's counts up to a second. */
  @Test
  void timePerTokenHoldsTheFirst() {
    SteadyState state = server(40, 16, "tp1").with(1).orElseThrow();
    double next = state.betweenTokens().p50();
    double first = state.firstTokenSeconds().p50();

    assertEquals(0.011, next, 1e-9);
    assertEquals(0.3, first, 1e-3);
    assertEquals((first + 100 * next) / 101, state.perAnswer().p50(), 1e-9);
    assertEquals(state.perAnswer(), state.secondsPerToken());
  }
}
