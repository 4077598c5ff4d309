package dev.gpuadvisor.question;

import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.PriceParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;

/** What the lists of offers and models can be asked for. */
final class Lookups {

  static final List<Parameter<?>> OFFERS =
      List.of(
          RentingParameters.PROVIDERS,
          RentingParameters.MARKET,
          RentingParameters.SPOT,
          RentingParameters.REGION,
          LookupParameters.WANTED_CARD,
          LookupParameters.MIN_MEMORY_GIB,
          LookupParameters.SORT,
          RentingParameters.MIN_SUPPLY,
          RentingParameters.BUDGET_PER_HOUR,
          RentingParameters.BUDGET_PER_MONTH,
          RentingParameters.HOURS_PER_MONTH,
          PriceParameters.CURRENCY,
          PriceParameters.USD_PER_UNIT,
          Parameters.LANG);

  static final List<Parameter<?>> OFFER =
      List.of(
          LookupParameters.OFFER_ID,
          RentingParameters.HOURS_PER_MONTH,
          PriceParameters.CURRENCY,
          PriceParameters.USD_PER_UNIT,
          Parameters.LANG);

  static final List<Parameter<?>> MODELS =
      List.of(
          LookupParameters.SEARCH,
          LookupParameters.RUNS_ON,
          PriceParameters.OWN_OFFERS,
          LookupParameters.GPUS,
          LookupParameters.GGUF,
          Parameters.CONTEXT,
          Parameters.CONCURRENCY,
          Parameters.RUNTIME,
          Parameters.LANG);

  private Lookups() {}
}
