package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Places;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.RuntimeProfile;
import java.util.List;
import java.util.Optional;

/**
 * Reads the names that people write. Immutable, and finished once it is made: what costs time is
 * done when the image is built.
 */
public final class Lexicon {

  private final CardNames cards;
  private final Generations generations;
  private final Machines machines;
  private final FormatNames formats;
  private final ModelNames models;
  private final TypedModels typed;
  private final RuntimeNames runtimes;
  private final ProviderNames providers;
  private final UncoveredNames uncovered;
  private final Places places;

  private Lexicon(Catalog catalog) {
    uncovered = UncoveredNames.read();
    cards = new CardNames(catalog.cards());
    generations = new Generations(catalog.cards());
    machines = Machines.read(catalog.cards());
    formats = new FormatNames(catalog.quantizations(), uncovered);
    models = new ModelNames(catalog.models(), formats, uncovered);
    typed = new TypedModels(catalog.models());
    runtimes = new RuntimeNames(catalog.runtimes(), uncovered);
    providers = new ProviderNames(catalog.priceLists(), uncovered);
    places = Places.of(catalog);
  }

  private Lexicon(Lexicon other, NameIndex<PriceList> priceLists) {
    cards = other.cards;
    generations = other.generations;
    machines = other.machines;
    formats = other.formats;
    models = other.models;
    typed = other.typed;
    runtimes = other.runtimes;
    uncovered = other.uncovered;
    places = other.places;
    providers = new ProviderNames(priceLists, uncovered);
  }

  public static Lexicon of(Catalog catalog) {
    return new Lexicon(catalog);
  }

  /** The same where other price lists are known, which are offered in no other regions. */
  public Lexicon with(NameIndex<PriceList> priceLists) {
    return new Lexicon(this, priceLists);
  }

  /** A card by any name, several of it ({@code 2x3090}), or those of an instance. */
  public Reading<Cards> cards(String text) {
    Reading<Cards> reading = cardsByName(text);
    return reading instanceof Reading.Unknown<Cards> unknown && unknown.nearest().isEmpty()
        ? new Reading.Unknown<>(cards.nearest(text))
        : reading;
  }

  /** The cards of so many machines of a kind. */
  private static Reading<Cards> held(Machine machine, int count) {
    Cards held = new Cards(machine.card(), Optional.of(count * machine.gpus()));
    return new Reading.Taken<>(held, Reading.Why.OTHER_NAME, List.of());
  }

  /** The same without near names of what is unknown, for whoever tries word after word. */
  public Reading<Cards> cardsByName(String text) {
    Optional<Machine> machine = machines.find(text); // H100-2-80G holds two of them
    if (machine.isPresent()) {
      return held(machine.get(), 1);
    }
    for (Counted several : Counted.of(text)) { // 2x g5.12xlarge
      Optional<Machine> each = machines.find(several.name());
      if (each.isPresent()) {
        return held(each.get(), several.count());
      }
    }
    Optional<Reading<Cards>> mixed = MixedCards.read(text, this::cardsByName);
    if (mixed.isPresent()) {
      return mixed.get();
    }
    Reading<Cards> card = cards.read(text);
    if (card.meaning().isPresent()) {
      return card;
    }
    List<String> kin = generations.of(text);
    return kin.isEmpty()
        ? kindFirst(UncoveredNames.Scope.CARD, text, card)
        : new Reading.Several<>(kin);
  }

  /** Whether the name of a card or an instance may begin with a word: most do not. */
  public boolean mayStartCards(String word) {
    return cards.mayStart(word);
  }

  /** An instance of a cloud; empty where the name is none. */
  public Optional<Machine> machine(String text) {
    return machines.find(text);
  }

  /** Every instance that is known. */
  public List<Machine> machines() {
    return machines.all();
  }

  /** Instances of the same family as the one that was meant. */
  public List<String> nearestMachines(String text) {
    return machines.nearest(text);
  }

  /** Models by words of their names. */
  public TypedModels typed() {
    return typed;
  }

  public Reading<StoredModel> model(String text) {
    return models.read(text);
  }

  /** Whether words are all of a fine-tune's name that does not say what it is made from. */
  public boolean isFineTune(List<String> words) {
    return models.isFineTune(words);
  }

  /** What a model is of that is no language model, by its name or its architecture's. */
  public Optional<Uncovered> uncoveredModel(String text) {
    return uncovered.kind(UncoveredNames.Scope.MODEL, text);
  }

  /** The size that a name carries, {@code 34b}; empty where it has none, or one of experts. */
  public Optional<String> size(String text) {
    List<String> words = Spelling.words(text);
    boolean experts = words.stream().anyMatch(word -> word.matches("a[0-9.]+b|[0-9]+x[0-9.]+b"));
    return experts
        ? Optional.empty()
        : words.stream().filter(ModelWords::isSize).filter(word -> !word.endsWith("t")).findFirst();
  }

  /** The size that will do for a model which nobody knows: its name says it. */
  public Optional<NamedSize> sized(String text) {
    return models.size(text);
  }

  public Reading<Format> format(String text) {
    return formats.read(text);
  }

  /** Whether a format is that of checkpoints which are made to be served, such as {@code awq}. */
  public static boolean isServed(String format) {
    return FormatNames.isServed(format);
  }

  public Reading<RuntimeProfile> runtime(String text) {
    return runtimes.read(text);
  }

  /** The price lists of a provider: one of them may have several. */
  public Reading<List<PriceList>> provider(String text) {
    return providers.read(text);
  }

  /** Where offers are rented. */
  public Places places() {
    return places;
  }

  private <T> Reading<T> kindFirst(UncoveredNames.Scope scope, String text, Reading<T> unknown) {
    return uncovered
        .kind(scope, text)
        .<Reading<T>>map(kind -> new Reading.NotCovered<>(kind, List.of()))
        .orElse(unknown);
  }
}
