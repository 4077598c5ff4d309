package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Hardware;
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
 */
public record Current(Optional<Rented> rented, BigDecimal usdPerHour, int replicas) {

  public Current(Optional<Rented> rented, BigDecimal usdPerHour) {
    this(rented, usdPerHour, 1);
  }

  /**
   * So many of it as carry the load of a question, in the format that takes the fewest: what is
   * compared must do the same.
   */
  Current carrying(Question question) {
    return rented
        .flatMap(each -> workers(each, question))
        .map(all -> new Current(rented, usdPerHour.multiply(BigDecimal.valueOf(all)), all))
        .orElse(this);
  }

  private static Optional<Integer> workers(Rented rented, Question question) {
    return loads(rented, question)
        .filter(WorkerLoad::isAny)
        .map(WorkerLoad::replicas)
        .min(Comparator.naturalOrder());
  }

  private static Stream<WorkerLoad> loads(Rented rented, Question question) {
    Hardware hardware = new Hardware(rented.cards(), rented.gpus());
    return question.quantizations().stream()
        .map(format -> Candidate.Need.of(question.task(), format, question.load()).on(hardware))
        .flatMap(sized -> sized.load().stream());
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

  /** What a month of it costs; of a card or a price alone nothing says that it ever stops. */
  public Bill bill(Usage usage) {
    return new Bill(new Price(usdPerHour), offer().map(Offer::terms), usage, 1, 0);
  }

  /** What to call it in a sentence. */
  public Message label() {
    return name()
        .map(name -> Msg.Current.named(replicas == 1 ? name : replicas + " x " + name))
        .orElse(Msg.Current.unnamed());
  }
}
