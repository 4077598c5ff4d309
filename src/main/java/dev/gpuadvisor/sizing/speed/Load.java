package dev.gpuadvisor.sizing.speed;

import java.util.function.DoubleFunction;

/**
 * One copy of a model with so many sequences in generation, in a steady state.
 *
 * <p>With {@code n} others a step takes {@code D}; a prompt adds {@code W} to the steps that read
 * it, and by Little's law each sequence meets {@code n} prompts of others while it is generated. So
 * a step takes it {@code D + n W / steps}, and the rate is the sequences over the time that each is
 * generated for.
 */
final class Load {

  private static final double LEAST_IDLE = 0.03;

  private final Batch batch;
  private final Requests requests;
  private final double stages;
  private final double sequences;
  private final double share;
  private final double steps;
  private final double inStage;
  private final double prompts;
  private final double step;

  /**
   * @param stages of a pipeline: so many batches are under way, each with its part of the sequences
   * @param sequences in generation, on average
   * @param share of them that a request meets: all where requests come at random; where each user
   *     waits for an answer, all but its own
   */
  Load(Batch batch, Requests requests, double stages, double sequences, double share) {
    this.batch = batch;
    this.requests = requests;
    this.stages = stages;
    this.sequences = sequences;
    this.share = share;
    this.steps = Math.max(1, requests.generatedTokens() - 1) / requests.acceptedTokensPerStep();
    this.inStage = 1 + others() / stages;
    this.prompts = others() * batch.mixed(inStage) / steps / stages;
    this.step = batch.step(inStage) + prompts;
  }

  /**
   * With so many users, each of whom sends the next request when the last is answered.
   *
   * @param users from 1
   * @param places for sequences; where there are fewer than users, the others wait
   */
  static Load closed(Batch batch, Requests requests, double stages, double users, double places) {
    double share = (users - 1) / users;
    DoubleFunction<Load> with = some -> new Load(batch, requests, stages, some, share);
    return with.apply(Search.equal(some -> with.apply(some).inFlight(), users, places));
  }

  double sequences() {
    return sequences;
  }

  /** Seconds between two tokens of a sequence. */
  double perToken() {
    return step / requests.acceptedTokensPerStep();
  }

  /** Requests per second. */
  double rate() {
    return sequences / (steps * step);
  }

  /** Sequences in generation and those that wait for their first token, where places are free. */
  double inFlight() {
    return sequences + rate() * firstToken();
  }

  /** Seconds until the first token of half of the requests, where a place is free. */
  double firstToken() {
    double place = batch.place(inStage);
    double queueing = queueing(place);
    return unqueued() + batch.queue() * queueing * queued(place, queueing);
  }

  /**
   * Seconds that all but one in twenty stay below. The wait for other prompts falls off
   * exponentially, as in a queue with one server, chance arrivals and one size of jobs.
   */
  double slowFirstToken() {
    double place = batch.place(inStage);
    double queueing = queueing(place);
    double times = Math.max(batch.queue() * queueing, Math.log(queueing / Chance.ONE_IN_TWENTY));
    return unqueued() + times * queued(place, queueing);
  }

  /** The same in one moment in twenty. A sequence averages over the time that it is generated. */
  Load busier(double most) {
    double many = sequences + Chance.P95 * Math.sqrt(2 * others() / 3);
    return new Load(batch, requests, stages, Math.min(Math.max(most, sequences), many), share);
  }

  /** Whether arithmetic takes longer than reading. */
  boolean computes() {
    return batch.arithmetic(inStage) + prompts > step / 2;
  }

  private double others() {
    return sequences * share;
  }

  /** Share of the time in which a prompt finds another that is read before it. */
  private double queueing(double place) {
    return Math.min(1, rate() * share * place / stages);
  }

  /** Mean wait of a prompt that has to wait for others. */
  private static double queued(double place, double queueing) {
    return place / 2 / Math.max(LEAST_IDLE, 1 - queueing);
  }

  private double unqueued() {
    double busy = Math.min(1, others());
    double tokens = rate() * requests.generatedTokens();
    return batch.alone() + busy * (batch.before(inStage, share == 1) + batch.frontEnd(tokens));
  }
}
