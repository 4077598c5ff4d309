package dev.gpuadvisor.catalog;

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
}
