package dev.gpuadvisor.sizing.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas against a server that is run step by step. */
class ArrivalsTest {

  private static final int PLACES = 200;

  /** A step of 20 ms and 0.3 ms for each sequence; a prompt of 80 ms. */
  private record Plain(boolean ahead) implements Batch {
    @Override
    public double step(double sequences) {
      return 0.020 + 0.0003 * sequences;
    }

    @Override
    public double arithmetic(double sequences) {
      return 0.0001 * sequences;
    }

    @Override
    public double mixed(double sequences) {
      return 0.080;
    }

    @Override
    public double alone() {
      return step(1) + mixed(1);
    }

    @Override
    public double before(double sequences, boolean atRandom) {
      return (ahead ? 1.5 : 0.5) * step(sequences) + step(sequences) - step(1);
    }

    @Override
    public double place(double sequences) {
      return mixed(sequences) + step(sequences);
    }

    @Override
    public double queue() {
      return 0.6;
    }

    @Override
    public double frontEnd(double tokensPerSecond) {
      return 0;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, false",
    "2, false",
    "4, false",
    "6, false",
    "0.5, true",
    "2, true",
    "4, true",
    "6, true"
  })
  void agree(double rate, boolean ahead) {
    Requests requests = Requests.of(1000, 200);
    Arrivals arrivals = new Arrivals(new Plain(ahead), requests, PLACES, rate, ahead, 1);
    arrivals.run();
    Load load = load(new Plain(ahead), requests, rate);
    Load busier = load.busier(PLACES);
    assertEquals(arrivals.betweenTokens().p50(), load.perToken(), 0.1 * load.perToken());
    assertEquals(arrivals.betweenTokens().p95(), busier.perToken(), 0.15 * busier.perToken());
    assertEquals(arrivals.firstToken().p50(), load.firstToken(), 0.2 * load.firstToken());
    assertEquals(arrivals.firstToken().p95(), load.slowFirstToken(), 0.25 * load.slowFirstToken());
  }

  private static Load load(Batch batch, Requests requests, double rate) {
    double low = 0;
    double high = PLACES;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      if (new Load(batch, requests, 1, middle, 1).rate() < rate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new Load(batch, requests, 1, low, 1);
  }
}
