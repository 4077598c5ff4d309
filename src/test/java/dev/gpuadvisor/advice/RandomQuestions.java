package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Questions that somebody could ask; the same ones for the same seed. */
final class RandomQuestions {

  private static final Catalog CATALOG = BundledCatalog.catalog();

  /** V0 of vLLM needs less for 33,000 tokens than for 32,000: it is tested by itself. */
  private static final List<RuntimeProfile> RUNTIMES =
      CATALOG.runtimes().all().stream().filter(each -> !each.id().equals("vllm-0.6")).toList();

  /** The offers of every provider, as if they were one's. */
  private static final PriceList MARKET = CATALOG.defaultPriceList().with(CATALOG.offers().all());

  private final Random random;

  RandomQuestions(long seed) {
    this.random = new Random(seed);
  }

  Question next() {
    Workload workload = workload();
    List<QuantizationChoice> quantizations =
        Stream.of("16bit", "8bit", "4bit")
            .filter(family -> random.nextInt(3) > 0 || family.equals("8bit"))
            .flatMap(family -> choice(family, workload).stream())
            .toList();
    return quantizations.isEmpty()
        ? next()
        : new Question(workload, quantizations, List.of(MARKET), constraints(), Optional.empty());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** All offers but one. */
  PriceList without(Offer offer) {
    return MARKET.with(MARKET.offers().stream().filter(other -> !other.equals(offer)).toList());
  }

  /** All offers, with one at another price. */
  PriceList with(Offer offer, BigDecimal usdPerHour) {
    List<Offer> offers =
        MARKET.offers().stream()
            .map(other -> other.equals(offer) ? Offers.at(usdPerHour, offer) : other)
            .toList();
    return MARKET.with(offers);
  }

  private Workload workload() {
    List<Model> models = CATALOG.models().all();
    Model model = models.get(random.nextInt(models.size()));
    int context = 1 + random.nextInt(model.maxContext());
    int output = random.nextBoolean() ? Tokens.defaultOutput(context) : random.nextInt(context + 1);
    int users = random.nextInt(3) == 0 ? 1 + random.nextInt(64) : 1;
    int rank = random.nextInt(3) == 0 ? random.nextInt(Adapters.MAX_RANK + 1) : 0;
    RuntimeProfile runtime = RUNTIMES.get(random.nextInt(RUNTIMES.size()));
    Tokens tokens = new Tokens(context, output, users);
    return new Workload(model, runtime, tokens, KvCacheType.BF16, Adapters.ofRank(rank));
  }

  private static Optional<QuantizationChoice> choice(String family, Workload workload) {
    return QuantizationChoice.ofFamily(family, workload.model(), workload.runtime());
  }

  private Constraints constraints() {
    BigDecimal budget = BigDecimal.valueOf(1 + random.nextInt(2_000), 2);
    return new Constraints(
        new Constraints.Budget(
            random.nextInt(3) == 0 ? Optional.of(budget) : Optional.empty(),
            Optional.empty(),
            Usage.always()),
        Supply.values()[random.nextInt(4) == 0 ? random.nextInt(4) : 0],
        1 << random.nextInt(5),
        Optional.empty(),
        RankBy.PRICE);
  }
}
