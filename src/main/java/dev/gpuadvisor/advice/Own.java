package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.Tier;
import dev.gpuadvisor.money.Purchase;
import java.util.List;
import java.util.Optional;

/**
 * Hardware of the caller's own, as an offer like the others: it runs day and night, and as many
 * machines as are needed can be had.
 *
 * @param purchase what one machine costs
 */
public record Own(Offer offer, Purchase purchase) {

  /** What stands for a provider. */
  public static final String PROVIDER = "own";

  private static final Terms TERMS = new Terms(Billing.PER_SECOND, false);
  private static final Provenance SAID = new Provenance(List.of(), List.of(), "");

  /**
   * @param purchase of a price above 0
   */
  public static Own of(Rented machine, Purchase purchase) {
    int gb = Card.withLeastMemory(machine.cards()).nominalGb() * machine.gpus();
    Offer offer =
        new Offer(
            PROVIDER + "-" + machine.name().replace(" ", ""),
            PROVIDER,
            machine.cards(),
            machine.gpus(),
            1,
            gb,
            purchase.price().perHour(),
            TERMS,
            Stock.of(Supply.HIGH),
            Tier.STANDARD,
            Sale.ON_DEMAND,
            Optional.empty(),
            SAID);
    return new Own(offer, purchase);
  }
}
