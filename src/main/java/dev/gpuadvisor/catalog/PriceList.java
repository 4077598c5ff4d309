package dev.gpuadvisor.catalog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The offers of one provider, as seen on one day.
 *
 * @param kind how fast its prices move
 * @param asOf the day on which the source showed these prices
 * @param source the document that the prices were read from
 * @param provenance where the terms come from; its note says what to know before comparing
 * @param history of the offers whose price is known to have changed, by id
 */
public record PriceList(
    String provider,
    String name,
    PriceKind kind,
    LocalDate asOf,
    String source,
    String currency,
    Terms terms,
    Provenance provenance,
    Assortment offers,
    Map<String, PriceHistory> history) {

  /** Who provides what a caller has already, or was offered. */
  public static final String OWN = "own";

  public PriceList {
    history = Map.copyOf(history);
  }

  /** What a caller has already, or was offered: no source dates it, and it is never old. */
  public static PriceList own(List<Offer> offers) {
    return new PriceList(
        OWN,
        OWN,
        PriceKind.HYPERSCALER,
        LocalDate.MAX,
        "",
        "USD",
        offers.get(0).terms(),
        new Provenance(List.of(), List.of(), ""),
        Assortment.of(offers),
        Map.of());
  }

  /** Whether it is the caller's and no provider's. */
  public boolean isOwn() {
    return provider.equals(OWN);
  }

  /** Not where the source names no more than a month or a year, whose first day is taken. */
  public boolean isDateVerified() {
    return !provenance.unverified().contains("as_of");
  }

  public long ageInDays(LocalDate today) {
    return ChronoUnit.DAYS.between(asOf, today);
  }

  /** The last day on which any of its prices was seen. */
  public LocalDate lastSeen() {
    return offers.lastSeen().filter(day -> day.isAfter(asOf)).orElse(asOf);
  }

  /** Whether some of its prices were seen again later than the others. */
  public boolean isSeenAgain() {
    return lastSeen().isAfter(asOf);
  }

  /** Since the last day on which any of its prices was seen. */
  public long daysSinceSeen(LocalDate today) {
    return ChronoUnit.DAYS.between(lastSeen(), today);
  }

  /** Whether all of it is older than its kind of prices lasts. */
  public boolean isStale(LocalDate today) {
    return daysSinceSeen(today) > kind.ageLimitDays(Market.ON_DEMAND);
  }

  /** Whether the price of one of its offers is older than such prices last. */
  public boolean isStale(Offer offer, LocalDate today) {
    long age = ChronoUnit.DAYS.between(offer.asOf().orElse(asOf), today);
    return age > kind.ageLimitDays(offer.sale().market());
  }

  /** How the price of an offer moved, where it is known to have. */
  public Optional<PriceHistory> history(Offer offer) {
    return Optional.ofNullable(history.get(offer.id()));
  }

  /** The same list with other offers. */
  public PriceList with(List<Offer> others) {
    return with(Assortment.of(others));
  }

  private PriceList with(Assortment others) {
    return new PriceList(
        provider, name, kind, asOf, source, currency, terms, provenance, others, history);
  }

  /** The same list with what is known of how its prices moved. */
  public PriceList with(Map<String, PriceHistory> known) {
    return new PriceList(
        provider, name, kind, asOf, source, currency, terms, provenance, offers, known);
  }

  /** The same list with no more than some of its offers. */
  public PriceList only(Predicate<Offer> wanted) {
    return withOnly(offers.only(wanted));
  }

  /** The same list with no more than what is sold on one market. */
  public PriceList on(Market market) {
    return withOnly(offers.on(market));
  }

  /** The same list with what is still known on a day of how much there is. */
  public PriceList on(LocalDate today) {
    return withOnly(offers.on(today));
  }

  private PriceList withOnly(Assortment some) {
    return some == offers ? this : with(some);
  }

  /** Hash of the provider only: the lists of an answer are looked up by it, not their offers. */
  @Override
  public int hashCode() {
    return provider.hashCode();
  }
}
