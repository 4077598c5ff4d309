package dev.gpuadvisor.catalog;

import java.util.List;
import java.util.function.Function;

/**
 * Reads the catalogue's files, each against those before it: what an entry refers to must exist.
 * Nothing is skipped or assumed; whatever the reader does not know is an error.
 */
final class CatalogReader {

  static final String CARDS = "cards.json";
  static final String MODELS = "models.json";
  static final String QUANTIZATIONS = "quantizations.json";
  static final String RUNTIMES = "runtimes.json";

  /** In the order of the catalogue: the first answers when the caller names no provider. */
  static final List<String> PRICE_LISTS =
      List.of(
          "price-lists/runpod-serverless.json",
          "price-lists/runpod-pods.json",
          "price-lists/hf-spaces.json",
          "price-lists/hf-inference-endpoints.json",
          "price-lists/modal.json",
          "price-lists/lambda-cloud.json",
          "price-lists/aws-ec2.json",
          "price-lists/gcp-compute-engine.json",
          "price-lists/azure.json");

  private CatalogReader() {}

  /**
   * @param files gives the text of a file by its name in the catalogue's directory, null for none
   * @throws CatalogException naming the first fault, by file, entry and field
   */
  static Catalog read(Function<String, String> files) {
    return read(files, PRICE_LISTS);
  }

  static Catalog read(Function<String, String> files, List<String> priceLists) {
    NameIndex<Card> cards = CardReader.read(JsonFile.open(CARDS, files));
    NameIndex<Quantization> quantizations =
        QuantizationReader.read(JsonFile.open(QUANTIZATIONS, files));
    NameIndex<Model> models = ModelReader.read(JsonFile.open(MODELS, files), quantizations);
    NameIndex<RuntimeProfile> runtimes =
        RuntimeReader.read(JsonFile.open(RUNTIMES, files), quantizations);
    PriceListReader prices = new PriceListReader(cards);
    priceLists.forEach(file -> prices.add(JsonFile.open(file, files)));
    return new Catalog(cards, models, quantizations, runtimes, prices.lists(), prices.offers());
  }
}
