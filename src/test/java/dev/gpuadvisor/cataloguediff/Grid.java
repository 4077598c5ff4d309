package dev.gpuadvisor.cataloguediff;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a catalogue answers to many questions. */
final class Grid {

  static final List<String> FAMILIES = List.of("8bit", "4bit");
  static final List<Integer> CONTEXTS = List.of(8192, 32_768);

  /** No pick depends on the day. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  record Asked(String model, String family, int context, String provider) {
    @Override
    public String toString() {
      return model + " " + family + " " + context;
    }
  }

  record Picked(String offer, Price price) {}

  private final Catalog catalog;
  private final Map<Asked, Map<String, Picked>> answers = new LinkedHashMap<>();

  private Grid(Catalog catalog) {
    this.catalog = catalog;
  }

  /** By question, then by the name of the pick; a pick that there is not is left out. */
  static Map<Asked, Map<String, Picked>> answers(Catalog catalog) {
    Grid grid = new Grid(catalog);
    List<PriceList> all =
        catalog.priceLists().all().stream().map(list -> list.on(Market.ON_DEMAND)).toList();
    all.forEach(list -> grid.ask(list.provider(), List.of(list)));
    grid.ask(ProviderName.ALL, all);
    return grid.answers;
  }

  private void ask(String provider, List<PriceList> lists) {
    for (Model model : catalog.models().all()) {
      for (String family : FAMILIES) {
        for (int context : CONTEXTS) {
          Tokens tokens = new Tokens(context, Tokens.defaultOutput(context), 1);
          Workload workload =
              new Workload(
                  model, catalog.defaultRuntime(), tokens, KvCacheType.BF16, Adapters.NONE);
          QuantizationChoice.ofFamily(family, model, catalog.defaultRuntime())
              .map(choice -> question(workload, choice, lists))
              .ifPresent(
                  question ->
                      answers.put(
                          new Asked(model.id(), family, context, provider), picks(question)));
        }
      }
    }
  }

  private static Question question(
      Workload workload, QuantizationChoice choice, List<PriceList> lists) {
    return new Question(workload, List.of(choice), lists, Constraints.none(), Optional.empty());
  }

  private static Map<String, Picked> picks(Question question) {
    Picks picks = Advisor.recommend(question, ANY_DAY).picks();
    Map<String, Picked> named = new LinkedHashMap<>();
    put(named, "recommended", picks.recommended());
    put(named, "budget", picks.budget());
    put(named, "headroom", picks.headroom());
    return named;
  }

  private static void put(Map<String, Picked> named, String name, Optional<Picks.Pick> pick) {
    pick.map(Picks.Pick::assessment)
        .ifPresent(it -> named.put(name, new Picked(it.worker().label(), it.price())));
  }
}
