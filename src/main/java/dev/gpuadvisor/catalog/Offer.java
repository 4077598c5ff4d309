package dev.gpuadvisor.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A thing to rent. A pool names several cards, any of which a worker may get.
 *
 * @param id the provider's name for it, {@code AMPERE_24}
 * @param cards the cards it may turn out to be; never empty
 * @param gpus GPUs in one unit
 * @param maxUnits how many units one worker can have
 * @param nominalGb memory of one unit as the provider labels it
 * @param usdPerHour price of one unit, exactly; a price of a second times 3600 is exact too
 * @param stock how much the provider shows of it
 * @param sale on which market and where it is sold
 * @param asOf the day on which its price was seen, where that is not the day of its list
 */
public record Offer(
    String id,
    String provider,
    List<Card> cards,
    int gpus,
    int maxUnits,
    int nominalGb,
    BigDecimal usdPerHour,
    Terms terms,
    Stock stock,
    Tier tier,
    Sale sale,
    Optional<LocalDate> asOf,
    Provenance provenance) {

  public Offer {
    cards = List.copyOf(cards);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("cards must not be empty: " + id);
    }
    boolean own = provider.equals(PriceList.OWN);
    if (usdPerHour.signum() < (own ? 0 : 1)) {
      throw new IllegalArgumentException("usdPerHour must be above 0: " + id);
    }
  }

  public Supply supply() {
    return stock.supply();
  }

  /** Whether it is the caller's, and costs what he says; what somebody owns may cost nothing. */
  public boolean isOwn() {
    return provider.equals(PriceList.OWN);
  }

  /** The same of other stock. */
  public Offer with(Stock other) {
    return new Offer(
        id,
        provider,
        cards,
        gpus,
        maxUnits,
        nominalGb,
        usdPerHour,
        terms,
        other,
        tier,
        sale,
        asOf,
        provenance);
  }

  /** The same with what is still known on a day of how much there is. */
  public Offer on(LocalDate today) {
    Stock known = stock.on(today);
    return known == stock ? this : with(known);
  }

  /** The card with the least memory: whoever rents the pool may get it. */
  public Card worstCard() {
    return Card.withLeastMemory(cards);
  }

  public boolean isMixedPool() {
    return cards.size() > 1;
  }

  /** Hash of the id only: these records are map keys on the hot path. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
