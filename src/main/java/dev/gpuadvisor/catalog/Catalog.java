package dev.gpuadvisor.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cards, models, formats, runtimes and prices that belong together. */
public record Catalog(
    NameIndex<Card> cards,
    NameIndex<Model> models,
    NameIndex<Quantization> quantizations,
    NameIndex<RuntimeProfile> runtimes,
    NameIndex<PriceList> priceLists,
    NameIndex<Offer> offers) {

  /** The runtime profile that counts when the caller names none. */
  public RuntimeProfile defaultRuntime() {
    return runtimes.all().stream().filter(RuntimeProfile::isDefault).findFirst().orElseThrow();
  }

  /** The first price list is the one that answers when the caller names no provider. */
  public PriceList defaultPriceList() {
    return priceLists.all().get(0);
  }

  /**
   * The same with other prices: lists of providers that are here replace theirs, others are added.
   *
   * @param names of their offers
   * @throws IllegalArgumentException where an offer has the name of one of another provider
   */
  public Catalog with(NameIndex<PriceList> lists, NameIndex<Offer> names) {
    Map<String, PriceList> all = new LinkedHashMap<>();
    priceLists.all().forEach(list -> all.put(list.provider(), list));
    lists.all().forEach(list -> all.put(list.provider(), list));
    Map<String, Offer> sold = new LinkedHashMap<>(2 * offers.ids().size());
    for (PriceList list : all.values()) {
      for (Offer offer : list.offers()) {
        if (sold.put(offer.id(), offer) != null) {
          throw new IllegalArgumentException("'" + offer.id() + "' is already an offer");
        }
      }
    }
    return new Catalog(
        cards,
        models,
        quantizations,
        runtimes,
        priceLists.with(all, lists),
        offers.with(sold, names));
  }

  /**
   * The same with offers of one's own.
   *
   * @throws IllegalArgumentException where one has the name of another offer
   */
  public Catalog with(List<Offer> own) {
    PriceList list = PriceList.own(own);
    NameIndex.Builder<Offer> names = NameIndex.builder();
    own.forEach(offer -> names.add(offer, offer.id(), List.of()));
    NameIndex.Builder<PriceList> lists = NameIndex.builder();
    return with(lists.add(list, list.provider(), List.of()).build(), names.build());
  }
}
