package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the catalogue's files, each against those before it: what an entry refers to must exist.
 * Nothing is skipped or assumed; whatever the reader does not know is an error.
 */
public final class CatalogReader {

  public static final String CARDS = "cards.json";
  public static final String MODELS = "models.json";
  public static final String QUANTIZATIONS = "quantizations.json";
  public static final String FORMAT_SUPPORT = "format-support.json";
  public static final String SERVING = "serving.json";
  public static final String RUNTIMES = "runtimes.json";

  /** In the order of the catalogue: the first answers when the caller names no provider. */
  public static final List<String> PRICE_LISTS =
      List.of(
          "price-lists/runpod-serverless.json",
          "price-lists/runpod-pods.json",
          "price-lists/runpod-community.json",
          "price-lists/hf-spaces.json",
          "price-lists/hf-jobs.json",
          "price-lists/hf-inference-endpoints.json",
          "price-lists/modal.json",
          "price-lists/lambda-cloud.json",
          "price-lists/aws-ec2.json",
          "price-lists/gcp-compute-engine.json",
          "price-lists/azure.json",
          "price-lists/oracle.json",
          "price-lists/coreweave.json",
          "price-lists/crusoe.json",
          "price-lists/nebius.json",
          "price-lists/hyperstack.json",
          "price-lists/verda.json",
          "price-lists/jarvislabs.json",
          "price-lists/together.json",
          "price-lists/digitalocean.json",
          "price-lists/vultr.json",
          "price-lists/scaleway.json",
          "price-lists/ovhcloud.json",
          "price-lists/openrelay.json",
          "price-lists/replicate.json",
          "price-lists/runware.json",
          "price-lists/fal.json",
          "price-lists/vast.json",
          "price-lists/akash.json");

  private CatalogReader() {}

  /**
   * @param files gives the text of a file by its name in the catalogue's directory, null for none
   * @throws CatalogException naming the first fault, by file, entry and field
   */
  public static Catalog read(Function<String, String> files) {
    return read(files, PRICE_LISTS);
  }

  public static Catalog read(Function<String, String> files, List<String> priceLists) {
    NameIndex<Card> cards = CardReader.read(JsonFile.open(CARDS, files));
    NameIndex<Quantization> quantizations =
        QuantizationReader.read(JsonFile.open(QUANTIZATIONS, files));
    NameIndex<Model> models = ModelReader.read(JsonFile.open(MODELS, files), quantizations);
    NameIndex<RuntimeProfile> runtimes =
        RuntimeReader.read(
            JsonFile.open(RUNTIMES, files),
            quantizations,
            FormatSupportReader.read(JsonFile.open(FORMAT_SUPPORT, files)),
            ServingReader.read(JsonFile.open(SERVING, files), cards));
    PriceListReader prices = new PriceListReader(cards, files, true);
    priceLists.forEach(file -> prices.add(JsonFile.open(file, files)));
    return new Catalog(cards, models, quantizations, runtimes, prices.lists(), prices.offers());
  }
}
