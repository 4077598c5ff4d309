package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.unlisted.Hub;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What texts are read by.
 *
 * @param catalog the entries that are known
 * @param lexicon their names
 * @param language that numbers are written in
 * @param hub that is asked for models that nobody else knows
 * @param exact whether the hub's own repository is meant where a name of one is given
 * @param money what other currencies than the dollar are worth
 */
public record Vocabulary(
    Catalog catalog, Lexicon lexicon, Language language, Hub hub, boolean exact, Money money) {

  private static final Money DOLLARS = currency -> Optional.empty();
  private static final Money ANY = currency -> Optional.of(BigDecimal.ONE);

  /** Gives the dollars for one of a currency; empty where nobody said. */
  @FunctionalInterface
  interface Money {
    Optional<BigDecimal> usdPer(String currency);
  }

  /** Without any currency but the dollar, and without a hub. */
  public Vocabulary(Catalog catalog, Lexicon lexicon, Language language) {
    this(catalog, lexicon, language, Hub.OFF, false);
  }

  /** Without any currency but the dollar. */
  public Vocabulary(Catalog catalog, Lexicon lexicon, Language language, Hub hub, boolean exact) {
    this(catalog, lexicon, language, hub, exact, DOLLARS);
  }

  /** Where one currency is worth what the caller says. */
  Vocabulary with(Exchange exchange) {
    return with(
        currency ->
            currency.equals(exchange.currency())
                ? Optional.of(exchange.usdPerUnit())
                : Optional.empty());
  }

  /**
   * For whoever looks only whether a text is an amount: of any money, whatever that is worth. It is
   * refused where it is read in the end.
   */
  public Vocabulary ofAnyMoney() {
    return with(ANY);
  }

  private Vocabulary with(Money other) {
    return new Vocabulary(catalog, lexicon, language, hub, exact, other);
  }

  /** Where offers of the caller's own are known by their names. */
  Vocabulary with(List<Offer> own) {
    Catalog more = catalog.with(own);
    return new Vocabulary(more, lexicon.with(more.priceLists()), language, hub, exact, money);
  }
}
