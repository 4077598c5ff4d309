package dev.gpuadvisor.catalog;

/** Everything that is bundled. */
public record Catalog(
    NameIndex<Card> cards,
    NameIndex<Model> models,
    NameIndex<Quantization> quantizations,
    NameIndex<RuntimeProfile> runtimes,
    NameIndex<PriceList> priceLists,
    NameIndex<Offer> offers) {

  /** The first price list is the one that answers when the caller names no provider. */
  public PriceList defaultPriceList() {
    return priceLists.all().get(0);
  }
}
