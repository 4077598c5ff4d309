package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the advisor is asked.
 *
 * @param workload what the model is to do
 * @param quantizations those that would do, never empty
 * @param priceLists whose offers are looked at, never empty
 * @param current what runs now, where the caller wants to know what moving saves
 */
public record Question(
    Task workload,
    List<QuantizationChoice> quantizations,
    List<PriceList> priceLists,
    Constraints constraints,
    Optional<Current> current) {

  /** The same question of other price lists. */
  public Question of(List<PriceList> others) {
    return new Question(workload, quantizations, others, constraints, current);
  }

  /**
   * What is rented today.
   *
   * @param name of an offer or a card
   * @param offer empty where it is just a card
   */
  public record Current(String name, Optional<Offer> offer, BigDecimal usdPerHour) {}
}
