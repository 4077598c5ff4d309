package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Every parameter of the API, once. */
public final class Parameters {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final DecimalNumber DOLLARS = DecimalNumber.between("0.000001", "1000000");
  private static final int LONGEST_SEARCH = 100;

  public static final Parameter<Model> MODEL =
      Parameter.of("model", CatalogName.ofMany(CATALOG.models(), Msg.Fault.unknownModel()))
          .mandatoryUnless(ModelDescriptionParameters.ALL);
  public static final Parameter<QuantizationName> QUANTIZATIONS =
      Parameter.of("quantization", QuantizationName.Type.of(CATALOG))
          .repeated()
          .defaultsTo("8bit,4bit");
  public static final Parameter<QuantizationName> QUANTIZATION =
      Parameter.of("quantization", QuantizationName.Type.of(CATALOG)).defaultsTo("8bit");
  public static final Parameter<RuntimeProfile> RUNTIME =
      Parameter.of("runtime", CatalogName.ofFew(CATALOG.runtimes(), Msg.Fault.unknownRuntime()))
          .defaultsTo(CATALOG.defaultRuntime().id());
  public static final Parameter<Integer> CONTEXT =
      Parameter.of("context", new WholeNumber(1, Tokens.MAX_CONTEXT))
          .defaultsTo(Tokens.DEFAULT_CONTEXT);
  public static final Parameter<Integer> OUTPUT_TOKENS =
      Parameter.of("output_tokens", new WholeNumber(0, Tokens.MAX_CONTEXT));
  public static final Parameter<Integer> CONCURRENCY =
      Parameter.of("concurrency", new WholeNumber(1, Tokens.MAX_CONCURRENCY)).defaultsTo(1);
  public static final Parameter<Integer> LORA_RANK =
      Parameter.of("lora_rank", new WholeNumber(0, Adapters.MAX_RANK)).defaultsTo(0);

  public static final Parameter<LoraTargets> LORA_TARGETS =
      Parameter.of("lora_targets", EnumType.of(LoraTargets.values())).defaultsTo("all");

  public static final Parameter<Integer> ADAPTERS =
      Parameter.of("adapters", new WholeNumber(1, Adapters.MAX_COUNT)).defaultsTo(1);
  public static final Parameter<KvCacheType> KV_CACHE =
      Parameter.of("kv_cache", EnumType.of(KvCacheType.values())).defaultsTo("bf16");

  public static final Parameter<ProviderName> PROVIDERS =
      Parameter.of("provider", ProviderName.Type.of(CATALOG))
          .repeated()
          .defaultsTo(CATALOG.defaultPriceList().provider());
  public static final Parameter<BigDecimal> BUDGET_PER_HOUR =
      Parameter.of("budget_per_hour", DOLLARS);
  public static final Parameter<BigDecimal> BUDGET_PER_MONTH =
      Parameter.of("budget_per_month", DOLLARS);
  public static final Parameter<BigDecimal> HOURS_PER_MONTH =
      Parameter.of("hours_per_month", DecimalNumber.between("0.01", "744")).defaultsTo(730);
  public static final Parameter<BigDecimal> STARTS_PER_HOUR =
      Parameter.of("starts_per_hour", DecimalNumber.between("0", "3600")).defaultsTo(1);
  public static final Parameter<BigDecimal> STARTUP_SECONDS =
      Parameter.of("startup_seconds", DecimalNumber.between("0", "3600")).defaultsTo(0);
  public static final Parameter<BigDecimal> IDLE_SECONDS =
      Parameter.of("idle_seconds", DecimalNumber.between("0", "3600")).defaultsTo(0);
  public static final Parameter<Supply> MIN_SUPPLY =
      Parameter.of("min_supply", new EnumType<>(List.of(Supply.LOW, Supply.MEDIUM, Supply.HIGH)));
  public static final Parameter<Integer> MAX_GPUS =
      Parameter.of("max_gpus", new WholeNumber(1, Hardware.MAX_GPUS)).defaultsTo(1);
  public static final Parameter<BigDecimal> MIN_TOKENS_PER_SECOND =
      Parameter.of("min_tokens_per_second", DecimalNumber.between("0.1", "100000"));

  public static final Parameter<RankBy> RANK_BY =
      Parameter.of("rank_by", EnumType.of(RankBy.values())).defaultsTo("price");

  public static final Parameter<Rented> CURRENT = Parameter.of("current", RentedName.of(CATALOG));
  public static final Parameter<BigDecimal> CURRENT_PRICE_PER_HOUR =
      Parameter.of("current_price_per_hour", DOLLARS);

  public static final Parameter<Offer> OFFERS =
      Parameter.of("offers", CatalogName.ofFew(CATALOG.offers(), Msg.Fault.unknownOffer()))
          .repeated()
          .mandatory();
  public static final Parameter<Card> CARD =
      Parameter.of("card", CatalogName.ofMany(CATALOG.cards(), Msg.Fault.unknownCard()));
  public static final Parameter<Integer> GPUS =
      Parameter.of("gpus", new WholeNumber(1, Hardware.MAX_GPUS)).defaultsTo(1);
  public static final Parameter<String> SEARCH =
      Parameter.of("search", new FreeText(LONGEST_SEARCH));
  public static final Parameter<Offer> OFFER_ID =
      Parameter.of("id", CatalogName.ofFew(CATALOG.offers(), Msg.Fault.unknownOffer())).path();
  public static final Parameter<Model> MODEL_ID =
      Parameter.of("id", CatalogName.ofMany(CATALOG.models(), Msg.Fault.unknownModel())).path();

  public static final Parameter<Language> LANG =
      Parameter.of("lang", EnumType.of(Language.values())).defaultsTo("en");

  public static final Parameter<DocumentFormat> FORMAT =
      Parameter.of("format", EnumType.of(DocumentFormat.values()));

  /** What says which model is to do what. */
  public static final List<Parameter<?>> WORKLOAD =
      Stream.of(
              List.of(
                  MODEL,
                  RUNTIME,
                  CONTEXT,
                  OUTPUT_TOKENS,
                  CONCURRENCY,
                  LORA_RANK,
                  LORA_TARGETS,
                  ADAPTERS,
                  KV_CACHE),
              TuningParameters.ALL,
              ModelDescriptionParameters.ALL)
          .flatMap(List::stream)
          .toList();

  private Parameters() {}
}
