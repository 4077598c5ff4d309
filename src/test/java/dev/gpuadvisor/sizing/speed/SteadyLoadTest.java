package dev.gpuadvisor.sizing.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A copy of a model in a steady state, by hand. A step takes 10 ms and 1 ms for each sequence, of
 * which half is arithmetic; a prompt 0.2 s of the steps that read it, and its place in them 0.4 s.
 */
class SteadyLoadTest {

  /** Answers of 101 tokens: a hundred steps behind the first. */
  private static final Requests ANSWERS = new Requests(1000, 101, 0, 0, 1);

  static final Batch BATCH = batch(0.2, 0.4);

  static Batch batch(double mixed, double place) {
    return new Batch() {
      @Override
      public double step(double sequences) {
        return 0.010 + 0.001 * sequences;
      }

      @Override
      public double arithmetic(double sequences) {
        return 0.0005 * sequences;
      }

      @Override
      public double mixed(double sequences) {
        return mixed;
      }

      @Override
      public double alone() {
        return 0.3;
      }

      @Override
      public double before(double sequences, boolean atRandom) {
        return 0.02;
      }

      @Override
      public double place(double sequences) {
        return place;
      }

      @Override
      public double queue() {
        return 0.5;
      }

      @Override
      public double frontEnd(double tokensPerSecond) {
        return tokensPerSecond * 1e-5;
      }
    };
  }

  private static Load load(double stages, double sequences, double share) {
    return new Load(BATCH, ANSWERS, stages, sequences, share);
  }

  /** Others' prompts come on top: 10 of them in a hundred steps are 20 ms a step. */
  @ParameterizedTest
  @CsvSource({
    "1, 10, 1, 0.041", // 10 + 11 + 20
    "1, 1, 1, 0.014", // 10 + 2 + 2
    "1, 10, 0.9, 0.038", // 9 others: 10 + 10 + 18
    "1, 1, 0, 0.011", // alone
    "2, 10, 1, 0.026", // two stages with five each: 10 + 6 + 10
  })
  void aStepAndThePromptsInIt(double stages, double sequences, double share, double step) {
    Load load = load(stages, sequences, share);

    assertEquals(step, load.perToken(), 1e-12);
    assertEquals(sequences / (100 * step), load.rate(), 1e-9);
    assertEquals(sequences, load.sequences());
  }

  /** Two tokens a step: half as many steps, with twice as much of prompts in each. */
  @Test
  void acceptedDrafts() {
    Load load = new Load(BATCH, new Requests(1000, 101, 0, 0, 2), 1, 10, 1);
    double step = 0.010 + 0.011 + 0.04;

    assertEquals(step / 2, load.perToken(), 1e-12);
    assertEquals(10 / (50 * step), load.rate(), 1e-9);
  }

  /**
   * Alone, what is before, the front end, and half of the queue: prompts find another for so much
   * of the time and then wait for half a place over what is idle.
   */
  @ParameterizedTest
  @CsvSource({"1, 4", "1, 0.5", "1, 10", "2, 4"})
  void untilTheFirstToken(double stages, double sequences) {
    Load load = load(stages, sequences, 1);
    double busy = Math.min(1, sequences);
    double unqueued = 0.3 + busy * (0.02 + load.rate() * 101 * 1e-5);
    double queueing = load.rate() * 0.4 / stages;
    double idle = Math.max(0.03, 1 - queueing);

    assertEquals(unqueued + 0.5 * queueing * 0.2 / idle, load.firstToken(), 1e-12);
    double times = Math.max(0.5 * queueing, Math.log(queueing / 0.05));
    assertEquals(unqueued + times * 0.2 / idle, load.slowFirstToken(), 1e-12);
    assertEquals(sequences + load.rate() * load.firstToken(), load.inFlight(), 1e-12);
  }

  /** One moment in twenty has 1.645 deviations more, up to all places. */
  @ParameterizedTest
  @CsvSource({"6, 100, 9.29", "6, 8, 8", "6, 5, 6", "0, 100, 0"})
  void busierMoments(double sequences, double most, double busier) {
    assertEquals(busier, load(1, sequences, 1).busier(most).sequences(), 1e-9);
  }

  /** Eleven sequences compute 5.5 ms and read prompts for 20, of a step of 41. */
  @ParameterizedTest
  @CsvSource({"0.2, 10, true", "0.1, 10, false", "0, 10, false", "0.2, 1, false", "0, 1000, false"})
  void whatTakesLonger(double mixed, double sequences, boolean computes) {
    Load load = new Load(batch(mixed, 0.4), ANSWERS, 1, sequences, 1);

    assertEquals(computes, load.computes());
  }

  /** Users who wait for their answers are all in flight, as long as there are places. */
  @ParameterizedTest
  @CsvSource({"1", "2", "8", "20"})
  void usersWhoWait(double users) {
    Load load = Load.closed(BATCH, ANSWERS, 1, users, 1000);

    assertEquals(users, load.inFlight(), users * 1e-4);
    double others = load.sequences() * (users - 1) / users;
    assertEquals(0.010 + 0.001 * (1 + others) + others * 0.2 / 100, load.perToken(), 1e-9);
  }
}
