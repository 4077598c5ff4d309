package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.json.ModelJson;
import dev.gpuadvisor.json.OfferJson;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;

/** The catalogue as it is. */
final class CatalogOperations {

  private static final Catalog CATALOG = BundledCatalog.catalog();

  private CatalogOperations() {}

  static Content listOffers(Call call) {
    call.inputs().requireValid();
    List<PriceList> lists = ProviderName.priceLists(call.inputs());
    Supply least = call.inputs().one(RentingParameters.MIN_SUPPLY).orElse(Supply.UNKNOWN);
    List<Offer> offers =
        lists.stream()
            .flatMap(list -> list.offers().stream())
            .filter(offer -> least == Supply.UNKNOWN || offer.supply().atLeast(least))
            .toList();
    return Content.json(
            json -> new OfferJson(json, usage(call.inputs())).write(offers, lists, call.today()))
        .summarized(() -> Summaries.ofOffers(offers));
  }

  static Content showOffer(Call call) {
    call.inputs().requireValid();
    Offer offer = call.inputs().one(LookupParameters.OFFER_ID).orElseThrow();
    PriceList list = CATALOG.priceLists().find(offer.provider()).orElseThrow();
    return Content.json(
        json -> new OfferJson(json, usage(call.inputs())).write(offer, list, call.today()));
  }

  /** Models that carry every word of the search in one of their names. */
  static Content listModels(Call call) {
    call.inputs().requireValid();
    List<String> words =
        List.of(call.inputs().one(LookupParameters.SEARCH).orElse("").strip().split("\\s+"));
    List<Model> models =
        CATALOG.models().all().stream().filter(model -> model.carries(words)).toList();
    return Content.json(json -> new ModelJson(json).write(models))
        .summarized(() -> Summaries.ofModels(models));
  }

  static Content showModel(Call call) {
    call.inputs().requireValid();
    Model model = call.inputs().one(LookupParameters.MODEL_ID).orElseThrow();
    return Content.json(json -> new ModelJson(json).write(model));
  }

  private static Usage usage(Inputs inputs) {
    return inputs.one(RentingParameters.HOURS_PER_MONTH).map(Usage::of).orElseGet(Usage::always);
  }
}
