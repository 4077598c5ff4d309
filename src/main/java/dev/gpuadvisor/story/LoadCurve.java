package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.RentOrBuy;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * What a month costs against the load, each way of carrying it: those that are the cheapest at the
 * load that was asked for, far below and far above, an API and hardware of one's own.
 *
 * @param asked requests per second
 * @param low where the curves begin
 * @param high where they end
 * @param ways the recommended one first
 * @param cheapest from which rates on which way is the cheapest, the first from {@code low} on
 */
public record LoadCurve(
    double asked, double low, double high, List<Way> ways, List<Stretch> cheapest) {

  /** How far below and above the load is looked at. */
  private static final double FAR = 10;

  private static final int POINTS = 120;
  private static final int HALVINGS = 30;

  /**
   * A way to carry it.
   *
   * @param label what to call it
   * @param usdAt dollars of a month at so many requests per second
   */
  public record Way(Message label, DoubleUnaryOperator usdAt) {
    /**
     * @param mixed whether the ways are in several formats
     */
    static Way of(Assessment assessment, Plan plan, boolean mixed) {
      String worker = assessment.worker().label();
      String format = assessment.quantization().asked();
      return new Way(
          Msg.Current.named(mixed ? worker + " (" + format + ")" : worker),
          rate -> plan.billAt(rate).usdPerMonth().doubleValue());
    }
  }

  /** From so many requests per second on, a way is the cheapest. */
  public record Stretch(double from, Way way) {}

  static Optional<LoadCurve> of(Recommendation recommendation) {
    return recommendation
        .picks()
        .recommended()
        .map(Picks.Pick::assessment)
        .flatMap(pick -> pick.plan().map(plan -> of(recommendation, pick, plan.load())));
  }

  private static LoadCurve of(Recommendation recommendation, Assessment pick, Load load) {
    double asked = load.requestsPerSecond();
    double low = asked / FAR;
    double high = asked * FAR;
    List<Way> ways = ways(recommendation, pick, load, low, high);
    return new LoadCurve(asked, low, high, ways, cheapest(ways, low, high));
  }

  private static List<Way> ways(
      Recommendation recommendation, Assessment pick, Load load, double low, double high) {
    Set<Assessment> chosen = new LinkedHashSet<>(List.of(pick));
    for (double rate : new double[] {low, high}) {
      recommendation.assessments().stream()
          .filter(each -> each.plan().isPresent() && isAllowed(each))
          .min(Comparator.comparing(each -> each.plan().orElseThrow().billAt(rate)))
          .ifPresent(chosen::add);
    }
    recommendation.rentOrBuy().map(RentOrBuy::own).ifPresent(chosen::add);
    boolean mixed = chosen.stream().map(each -> each.quantization().asked()).distinct().count() > 1;
    Stream<Way> workers =
        chosen.stream()
            .flatMap(each -> each.plan().map(plan -> Way.of(each, plan, mixed)).stream());
    Stream<Way> api =
        load.api().stream()
            .map(
                price ->
                    new Way(
                        Msg.Load.theApi(), rate -> load.at(rate).usdPerMonth(price).doubleValue()));
    return Stream.concat(workers, api).toList();
  }

  /** Whether the caller would rent it at all. */
  private static boolean isAllowed(Assessment assessment) {
    return assessment.verdict().compareTo(Verdict.TIGHT) > 0;
  }

  private static List<Stretch> cheapest(List<Way> ways, double low, double high) {
    List<Stretch> stretches = new ArrayList<>();
    double before = low;
    Way now = best(ways, low);
    stretches.add(new Stretch(low, now));
    for (double rate : rates(low, high)) {
      Way best = best(ways, rate);
      if (best != now) {
        stretches.add(new Stretch(crossing(before, rate, now, best), best));
        now = best;
      }
      before = rate;
    }
    return List.copyOf(stretches);
  }

  private static Way best(List<Way> ways, double rate) {
    return ways.stream()
        .min(Comparator.comparingDouble(way -> way.usdAt().applyAsDouble(rate)))
        .orElseThrow();
  }

  private static double crossing(double from, double to, Way before, Way after) {
    double low = from;
    double high = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      boolean crossed = after.usdAt().applyAsDouble(middle) < before.usdAt().applyAsDouble(middle);
      low = crossed ? low : middle;
      high = crossed ? middle : high;
    }
    return high;
  }

  /** Where the curves have points: the same ratio apart. */
  public List<Double> rates() {
    return rates(low, high);
  }

  private static List<Double> rates(double low, double high) {
    return Stream.iterate(0, i -> i <= POINTS, i -> i + 1)
        .map(i -> low * Math.pow(high / low, (double) i / POINTS))
        .toList();
  }

  /** Which is the cheapest from where on, in words. */
  public List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    Way first = cheapest.get(0).way();
    if (cheapest.size() == 1) {
      return List.of(
          Msg.Load.alwaysCheapest(LoadStory.digits(high), LoadStory.digits(low), first.label()));
    }
    sentences.add(Msg.Load.cheapestBelow(rate(cheapest.get(1)), first.label()));
    for (Stretch stretch : cheapest.subList(1, cheapest.size())) {
      sentences.add(
          Msg.Load.cheapestFrom(
              LoadStory.perDay(stretch.from()), rate(stretch), stretch.way().label()));
    }
    return sentences;
  }

  private static BigDecimal rate(Stretch stretch) {
    return LoadStory.digits(stretch.from());
  }
}
