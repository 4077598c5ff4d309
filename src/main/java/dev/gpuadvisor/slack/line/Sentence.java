package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a sentence asks for: it may say in any place that the model is to learn, what it is to run
 * on, which cards are to be compared, or that a price is all that is wanted.
 */
final class Sentence {

  private static final Set<String> VERSUS = Set.of("vs", "versus", "contre");

  /** Words that ask for models, where a card is named besides. */
  private static final Set<String> MODELS =
      Sayings.words("model models modèle modèles llm llms biggest largest ram that which");

  private static final String PROVIDER = "provider=";
  private static final Set<String> RUNNING =
      Sayings.words("run runs fit fits tourne tourner tient");
  static final int MOST_GPUS = 8;

  private final Questions questions;
  private final Language language;
  private final Arguments arguments;
  private final ModelAsked models;
  private boolean tuning;
  private final List<Doubt> remarks;

  Sentence(Questions questions, Language language, Arguments arguments, List<Doubt> remarks) {
    this.questions = questions;
    this.models = new ModelAsked(questions.lexicon());
    this.language = language;
    this.arguments = arguments;
    this.remarks = remarks;
  }

  boolean isTuning() {
    return tuning;
  }

  /** Takes what names hardware out of the words. */
  Verb verb(Verb named, List<String> words) {
    words.replaceAll(word -> word.length() > 1 ? word.replaceAll("\\?+$", "") : word);
    words.removeIf(String::isEmpty);
    boolean which = models.which(words);
    boolean format = FormatAsked.of(words);
    boolean ofMemory = FitAsked.ofMemory(words);
    boolean offered = RunningNow.isHardwareAlone(words, MODELS, RUNNING);
    Settings rent = Settings.of(Verb.RECOMMEND, questions, language);
    RunningNow now = new RunningNow(rent, arguments);
    if (!new FitAsked(rent, now).takePrice(words, remarks)) {
      now.rewrite(words);
    }
    tuning = named == Verb.TUNE | words.removeIf(Verb.TUNE::isCalled) | saysHow(words);
    Verb asked = tuning && named == Verb.RECOMMEND ? Verb.TUNE : named;
    boolean running = Sayings.isAnyOf(RUNNING, words);
    boolean cost = PriceAsked.in(words);
    boolean price = !running && cost;
    boolean offers = OfferWords.asksForOffers(words);
    boolean least =
        named == Verb.RECOMMEND
            && !tuning
            && words.stream().noneMatch(models::isNamedBy)
            && OfferWords.asksForMemory(words);
    new PhraseWords(Settings.of(asked, questions, language), tuning).rewrite(words);
    Settings whose = Settings.of(Verb.LIST_OFFERS, questions, language);
    if (least || offers && asked == Verb.RECOMMEND && OfferWords.saysWhose(words, whose)) {
      return Verb.LIST_OFFERS;
    }
    if (named == Verb.LAUNCH || named == Verb.RECOMMEND && models.forAll(words)) {
      return named == Verb.LAUNCH ? named : Verb.LIST_MODELS;
    }
    Settings settings = Settings.of(Verb.FIT, questions, language);
    HardwareWords cards = new HardwareWords(settings);
    Optional<String> host = new HostMemory(settings).take(words);
    Arguments compared = new Arguments();
    if (new ComparedCards(cards).take(words, compared)) {
      List<String> names = compared.get(LookupParameters.OFFERS.name());
      boolean listed =
          (price || words.stream().anyMatch(Sentence::saysWhere))
              && words.stream().noneMatch(models::isNamedBy);
      if (listed) { // l4 or t4 in frankfurt
        arguments.add(LookupParameters.WANTED_CARD.name(), String.join(" or ", names));
        return Verb.LIST_OFFERS;
      }
      boolean placed = tuning || onlyOf(Verb.RECOMMEND, Verb.COMPARE, words); // l4 or t4 in europe
      String each = (placed ? RentingParameters.CARDS : LookupParameters.OFFERS).name();
      names.forEach(name -> arguments.add(each, name));
      boolean said = words.stream().anyMatch(word -> word.startsWith("gpus="));
      if (!said) { // as many of each card as it takes
        words.add("gpus=" + MOST_GPUS);
      }
      return placed ? asked : Verb.COMPARE;
    }
    boolean rented = words.stream().anyMatch(Sentence::namesWhatIsRented);
    if (rented) {
      cards.take(beforeVersus(words), arguments); // what alone is to be rented
      return asked;
    }
    if (!cards.take(words, arguments)) {
      boolean most = // more than any card has, or less
          named == Verb.RECOMMEND
              && !tuning
              && words.stream().anyMatch(HardwareWords::isMemory)
              && words.stream().noneMatch(models::isNamedBy);
      if (most) {
        return Verb.LIST_OFFERS;
      }
      boolean fit = ofMemory && named == Verb.RECOMMEND && !onlyOf(Verb.RECOMMEND, Verb.FIT, words);
      if (fit) {
        return Verb.FIT;
      }
      return host.map(this::onTheHost).orElse(asked);
    }
    host.ifPresent(memory -> remarks.add(Doubt.about(memory, Msg.Slack::hostMemory, List.of())));
    boolean renting = // region=eu: of no interest to whether a model fits
        named == Verb.RECOMMEND
            && words.stream()
                .filter(word -> cost || !isOwner(word))
                .anyMatch(word -> rent.isSetting(word) && !settings.isSetting(word));
    if (!renting) {
      words.removeIf(this::isOwner);
    }
    if (named != Verb.RECOMMEND || tuning) {
      return renting ? asked : Verb.FIT;
    }
    Settings listed = settings.of(Verb.LIST_MODELS);
    if (words.stream().allMatch(word -> saysNothing(word) || listed.isSetting(word))
        || price && !words.stream().anyMatch(models::isNamedBy)) {
      boolean listing = price || offered || words.stream().anyMatch(Sentence::saysWhere);
      return listing ? Verb.LIST_OFFERS : Verb.LIST_MODELS;
    }
    if (format) { // a list says for each the best that its card holds
      words.removeIf(word -> FormatAsked.isOne(word) || LineReader.isFiller(word));
      return Verb.LIST_MODELS;
    }
    boolean many = words.removeIf(word -> Sayings.isOneOf(MODELS, word)) || which;
    boolean family =
        words.stream()
            .allMatch(word -> saysNothing(word) || models.isFamily(word) || listed.isSetting(word));
    return many && family ? Verb.LIST_MODELS : renting || cost ? asked : Verb.FIT;
  }

  /** {@code aws g6e.xlarge}: a setting that says whose the instance is, as its name does. */
  private boolean isOwner(String word) {
    Lexicon lexicon = questions.lexicon();
    return word.startsWith(PROVIDER)
        && arguments.get(LookupParameters.CARD.name()).stream()
            .flatMap(card -> lexicon.machine(card).stream())
            .map(machine -> lexicon.provider(machine.provider()).meaning())
            .anyMatch(lexicon.provider(word.substring(PROVIDER.length())).meaning()::equals);
  }

  /** Whether settings of the one are said that the other has no use for. */
  private boolean onlyOf(Verb one, Verb other, List<String> words) {
    Settings all = Settings.of(one, questions, language);
    Settings some = all.of(other);
    return words.stream().anyMatch(word -> all.isSetting(word) && !some.isSetting(word));
  }

  /** The words before what runs now; none where the line does not say so with a word. */
  private static List<String> beforeVersus(List<String> words) {
    int at = 0;
    while (at < words.size() && !Sayings.isOneOf(VERSUS, words.get(at))) {
      at++;
    }
    return words.subList(0, at < words.size() ? at : 0);
  }

  /** Nothing but the host's memory is said: that is a processor, which is not covered. */
  private Verb onTheHost(String memory) {
    arguments.add(LookupParameters.CARD.name(), memory);
    return Verb.FIT;
  }

  /** {@code lora}, unless it is about adapters beside a model that serves. */
  private static boolean saysHow(List<String> words) {
    boolean adapters =
        words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("adapt"));
    return words.stream()
        .anyMatch(
            word -> word.equalsIgnoreCase("qlora") || !adapters && word.equalsIgnoreCase("lora"));
  }

  private boolean saysNothing(String word) {
    return LineReader.isFiller(word)
        || Sayings.GPUS.contains(word.toLowerCase(Locale.ROOT))
        || PriceAsked.isOneOrTime(word)
        || saysWhere(word);
  }

  /** Whose offers, where and on which market: whoever says so wants to see them. */
  private static boolean saysWhere(String word) {
    return word.startsWith(PROVIDER)
        || word.startsWith("region=")
        || word.startsWith("market=")
        || word.startsWith("budget=");
  }

  /** Cards in such words are no question of whether something runs there. */
  private static boolean namesWhatIsRented(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean offers = lower.startsWith("offer") && (lower.contains("=") || lower.contains(":"));
    return Sayings.isOneOf(VERSUS, word) || offers || lower.startsWith("current");
  }
}
