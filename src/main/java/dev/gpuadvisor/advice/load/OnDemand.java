package dev.gpuadvisor.advice.load;

/**
 * Workers that are started when they are needed and stopped when they are idle: how long they run,
 * and how often they start.
 *
 * <p>Requests arrive at random, so that the number that came in the time that one takes alone is
 * Poisson-distributed around rate x seconds. The k-th worker is needed while there are more than
 * its predecessors take; gaps between the times when it is needed end at random, at the rate of
 * arrivals that find them full. A gap longer than the idle time stops it. A start delays the work,
 * it does not save any; what arrives in the meantime is worked off afterwards.
 *
 * <p>Left out: that a provider spreads requests over more workers than needed, and that traffic
 * comes in waves.
 */
final class OnDemand {

  /** Enough standard deviations for what lies beyond to be nothing. */
  private static final int DEVIATIONS = 12;

  /** Of so many requests at once the fluctuation is less than what is known of anything else. */
  private static final double MANY = 1e6;

  private static final int MOST_WORKERS = 10_000;

  private final double rate;
  private final double atOnce;
  private final double idleSeconds;
  private final double startSeconds;
  private final int first;
  private final double[] upTo;
  private double running;
  private double starts;
  private double needed;

  private OnDemand(
      double rate, double mean, double atOnce, double idleSeconds, double startSeconds) {
    this.rate = rate;
    this.atOnce = atOnce;
    this.idleSeconds = idleSeconds;
    this.startSeconds = startSeconds;
    double width = DEVIATIONS * (Math.sqrt(mean) + 2);
    this.first = (int) Math.max(0, Math.floor(mean - width));
    this.upTo = cumulated(mean, first, (int) Math.ceil(mean + width));
  }

  /**
   * @param rate requests per second
   * @param seconds that one takes alone
   * @param atOnce that may come in this time without being too many for a worker, at least 1
   * @param workers that there may be
   * @param kept that never stop, and are not counted
   */
  static OnDemand of(
      double rate, double seconds, double atOnce, int workers, int kept, Starting starting) {
    double mean = rate * seconds;
    boolean few = mean < MANY && workers <= MOST_WORKERS;
    OnDemand all =
        new OnDemand(
            rate,
            few ? mean : 0,
            atOnce,
            starting.idleSeconds().doubleValue(),
            starting.seconds().doubleValue());
    if (few) {
      all.count(workers, kept);
    } else {
      all.running = workers - kept;
      all.needed = all.running;
    }
    return all;
  }

  private void count(int workers, int kept) {
    for (int worker = kept; worker < workers; worker++) {
      add((long) (worker * atOnce));
    }
    double waiting = 0; // beyond what all of them take at once
    for (double full = workers * atOnce; shareUpTo((long) full) < 1; full += atOnce) {
      waiting += 1 - shareUpTo((long) full);
    }
    running = Math.min(workers - kept, running + waiting);
    needed = Math.min(workers - kept, needed + waiting);
  }

  /**
   * @param before requests that its predecessors take
   */
  private void add(long before) {
    double free = shareUpTo(before);
    needed += 1 - free;
    running += 1 - free;
    double here = free - shareUpTo(before - 1);
    if (here <= 0) {
      return; // it is never free
    }
    double ends = rate * here / free;
    double outlasts = Math.exp(-ends * idleSeconds);
    double slower = 1 + ends * outlasts * startSeconds;
    running += free * (1 - outlasts) / slower;
    starts += free * ends * outlasts / slower;
  }

  private double shareUpTo(long requests) {
    long at = requests - first;
    return at < 0 ? 0 : at >= upTo.length ? 1 : upTo[(int) at];
  }

  /** Of a Poisson distribution, from where it begins to matter to where it ends. */
  private static double[] cumulated(double mean, int first, int last) {
    double[] shares = new double[last - first + 1];
    int middle = (int) mean - first;
    shares[middle] = 1; // of the most likely number: the others are so many times as likely
    for (int at = middle + 1; at < shares.length; at++) {
      shares[at] = shares[at - 1] * mean / (first + at);
    }
    for (int at = middle - 1; at >= 0; at--) {
      shares[at] = shares[at + 1] * (first + at + 1) / mean;
    }
    double sum = 0;
    for (int at = 0; at < shares.length; at++) {
      sum += shares[at];
      shares[at] = sum;
    }
    for (int at = 0; at < shares.length; at++) {
      shares[at] /= sum;
    }
    return shares;
  }

  /** Workers that run on average, working or idle, but not starting. */
  double running() {
    return running;
  }

  /** Workers that work on average. */
  double working() {
    return needed;
  }

  /** Of all of them, per second. */
  double startsPerSecond() {
    return starts;
  }
}
