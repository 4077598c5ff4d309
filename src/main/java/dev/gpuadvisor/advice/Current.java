package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.tuning.Training;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs today.
 *
 * @param rented empty where only its price is known
 * @param usdPerHour of all of them
 * @param replicas so many as carry the load; 1 where none is given, or that is not known
 * @param hoursOfRun that the run of the question takes there; empty where it has none, or that is
 *     not known
 */
public record Current(
    Optional<Rented> rented, BigDecimal usdPerHour, int replicas, Optional<BigDecimal> hoursOfRun) {

  public Current(Optional<Rented> rented, BigDecimal usdPerHour) {
    this(rented, usdPerHour, 1, Optional.empty());
  }

  /**
   * As it would do what a question asks, since only what does the same can be compared: so many of
   * it as carry the load, the hours of the run, each in the format that takes the fewest.
   */
  Current doing(Question question) {
    return rented.map(each -> doing(question, each)).orElse(this);
  }

  private Current doing(Question question, Rented each) {
    int all = workers(each, question).orElse(1);
    return new Current(
        rented, usdPerHour.multiply(BigDecimal.valueOf(all)), all, hours(each, question));
  }

  private static Optional<BigDecimal> hours(Rented rented, Question question) {
    return sized(rented, question)
        .filter(each -> each.fitting().fit() != Fit.NO)
        .flatMap(each -> hours(rented, question, each).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<BigDecimal> hours(
      Rented rented, Question question, Candidate.Sized sized) {
    Optional<Training> training = sized.fitting().training();
    return rented
        .knownOffer()
        .map(offer -> TrainingRun.hours(question.task(), training, offer))
        .orElseGet(() -> TrainingRun.hours(question.task(), training));
  }

  private static Optional<Integer> workers(Rented rented, Question question) {
    return loads(rented, question)
        .filter(WorkerLoad::isAny)
        .map(WorkerLoad::replicas)
        .min(Comparator.naturalOrder());
  }

  private static Stream<WorkerLoad> loads(Rented rented, Question question) {
    return sized(rented, question).flatMap(each -> each.load().stream());
  }

  /** In each of the formats. */
  private static Stream<Candidate.Sized> sized(Rented rented, Question question) {
    Hardware hardware = new Hardware(rented.cards(), rented.gpus());
    return question.quantizations().stream()
        .map(format -> Candidate.Need.of(question.task(), format, question.load()).on(hardware));
  }

  /** Why no number of it carries the load; empty where some do, or it is not known. */
  Optional<Message> shortfall(Question question) {
    List<WorkerLoad> loads = rented.stream().flatMap(each -> loads(each, question)).toList();
    return loads.stream().anyMatch(WorkerLoad::isAny)
        ? Optional.empty()
        : loads.stream()
            .min(Comparator.comparingDouble(WorkerLoad::shareAlone))
            .map(LoadReasons::misses);
  }

  public Optional<String> name() {
    return rented.map(Rented::name);
  }

  public Optional<Offer> offer() {
    return rented.flatMap(Rented::knownOffer);
  }

  /**
   * What a month of it costs, or the run; of a card or a price alone nothing says that it ever
   * stops by itself.
   */
  public Bill bill(Usage usage) {
    Bill month = new Bill(new Price(usdPerHour), offer().map(Offer::terms), usage, 1, 0);
    return hoursOfRun.map(month::forRun).orElse(month);
  }

  /** What to call it in a sentence. */
  public Message label() {
    return workers().map(Msg.Current::named).orElse(Msg.Current.unnamed());
  }

  /** Its name, and how many of it where a load takes several. */
  public Optional<String> workers() {
    return name().map(name -> replicas == 1 ? name : replicas + " x " + name);
  }
}
