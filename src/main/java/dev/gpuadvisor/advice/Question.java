package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
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
 * @param own hardware of the caller's that is judged beside the offers
 * @param readAs how the question was understood where it is written otherwise
 */
public record Question(
    Task task,
    List<QuantizationChoice> quantizations,
    List<PriceList> priceLists,
    Constraints constraints,
    Optional<Current> current,
    Optional<Load> load,
    Optional<Own> own,
    List<ReadAs> readAs) {

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
        Optional.empty(),
        List.of());
  }

  /** The same question by somebody who allows a worker so many GPUs. */
  Question allowing(int maxGpus) {
    return new Question(
        task, quantizations, priceLists, constraints.allowing(maxGpus), current, load, own, readAs);
  }

  /** The same question of another task. */
  public Question with(Task other) {
    return new Question(other, quantizations, priceLists, constraints, current);
  }

  /** The same question of other price lists. */
  public Question of(List<PriceList> others) {
    return new Question(task, quantizations, others, constraints, current, load, own, readAs);
  }
}
