package dev.gpuadvisor.sizing.speed;

/** What chance arrivals do to a server with so many places. */
final class Chance {

  /** Above this a standard normal variable lies once in twenty. */
  static final double P95 = 1.645;

  static final double ONE_IN_TWENTY = 0.05;

  private static final double HALF = 0.5;

  private Chance() {}

  /**
   * Seconds that requests wait for a place: that of half of them, and what all but one in twenty
   * stay below. By Halfin and Whitt a request finds all places taken with a probability that
   * depends on how many root-mean-square fluctuations are free; its wait falls off exponentially.
   *
   * @param places in all
   * @param taken of them on average
   * @param seconds that one is taken for
   */
  static Percentiles wait(double places, double taken, double seconds) {
    double free = Math.max(places - taken, 1e-9 * places);
    double distance = free / Math.sqrt(places);
    double density = Math.exp(-distance * distance / 2) / Math.sqrt(2 * Math.PI);
    double all = 1 / (1 + distance * below(distance) / density);
    double mean = seconds / free;
    return new Percentiles(
        mean * Math.max(0, Math.log(all / HALF)),
        mean * Math.max(0, Math.log(all / ONE_IN_TWENTY)));
  }

  /** The standard normal distribution, within 0.0002 (a logistic curve with a cubic term). */
  private static double below(double x) {
    return 1 / (1 + Math.exp(-1.5976 * x - 0.07056 * x * x * x));
  }
}
