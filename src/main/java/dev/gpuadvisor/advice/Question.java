package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the advisor is asked.
 *
 * @param task what the model is to do
 * @param quantizations those that would do, never empty
 * @param priceLists whose offers are looked at, never empty
 * @param current what runs now, where the caller wants to know what moving saves
 * @param load that is to be carried, where the caller says
 * @param readAs how the question was understood where it is written otherwise
 * @param sought how offers are looked for
 */
public record Question(
    Task task,
    List<QuantizationChoice> quantizations,
    List<PriceList> priceLists,
    Constraints constraints,
    Optional<Current> current,
    Optional<Load> load,
    List<ReadAs> readAs,
    Sought sought) {

  /** A question that leaves nothing to be understood. */
  public Question(
      Task task,
      List<QuantizationChoice> quantizations,
      List<PriceList> priceLists,
      Constraints constraints,
      Optional<Current> current) {
    this(
        task,
        quantizations,
        priceLists,
        constraints,
        current,
        Optional.empty(),
        List.of(),
        Sought.USUAL);
  }

  /** The same question by somebody who allows a worker so many GPUs. */
  public Question allowing(int maxGpus) {
    return within(constraints.allowing(maxGpus));
  }

  /** The same question under other constraints. */
  Question within(Constraints others) {
    return new Question(task, quantizations, priceLists, others, current, load, readAs, sought);
  }

  /** The same question of another task. */
  public Question with(Task other) {
    return new Question(
        other, quantizations, priceLists, constraints, current, load, readAs, sought);
  }

  /** The same question of other price lists. */
  public Question of(List<PriceList> others) {
    return new Question(task, quantizations, others, constraints, current, load, readAs, sought);
  }

  /** The same with what is still known on a day of how much there is of each offer. */
  Question on(LocalDate today) {
    for (PriceList list : priceLists) {
      if (list.on(today) != list) {
        return of(priceLists.stream().map(each -> each.on(today)).toList());
      }
    }
    return this;
  }

  /** With what runs now as it would do what is asked. */
  Question sizingCurrent() {
    return new Question(
        task,
        quantizations,
        priceLists,
        constraints,
        current.map(now -> now.doing(this)),
        load,
        readAs,
        sought);
  }

  /** What another currency is worth, where prices are to be told in it too. */
  public Optional<Exchange> exchange() {
    return sought.exchange();
  }

  /** The price lists that somebody published: what is the caller's own has no source. */
  public List<PriceList> sources() {
    return priceLists.stream().filter(list -> !list.isOwn()).toList();
  }
}
