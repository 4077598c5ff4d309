package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a line as people type them: words in any order, each known by what it is. */
public final class LineReader {

  /** Nobody asks a question of this length; an answer to it would quote noise. */
  private static final int LONGEST_LINE = 600;

  /** In words: a card at each of more would be looked for longer than Slack waits. */
  private static final int LONGEST_SENTENCE = 40;

  private static final Set<String> SHARE = Set.of("share", "public", "partager", "publier");
  private static final Set<String> VERSUS = Set.of("vs", "versus", "contre");
  private static final Set<Verb> SENTENCES =
      Set.of(Verb.RECOMMEND, Verb.TUNE, Verb.FIT, Verb.LAUNCH, Verb.ESTIMATE);
  private static final Set<String> ON = Set.of("on", "sur");
  private static final Set<String> BEFORE_MODEL = Set.of("for", "pour");
  private static final Set<String> OF_HISTORY =
      Set.of("history", "historique", "price", "prix", "of", "du", "de", "des", "on", "sur");
  private static final Set<String> FILLERS =
      Set.of(
          "with", "and", "or", "on", "in", "at", "via", "the", "please", "avec", "et", "ou", "sur",
          "le", "à", "svp");

  private final Arguments arguments;
  private final List<Doubt> doubts = new ArrayList<>();
  private final List<Doubt> remarks = new ArrayList<>();
  private final Questions questions;
  private Language language;
  private boolean shared;
  private boolean tuning;

  private LineReader(Language language, Questions questions, Arguments given) {
    this.language = language;
    this.questions = questions;
    this.arguments = given;
  }

  public static Request read(String line, Language byDefault, Questions questions) {
    return read(line, byDefault, questions, new Arguments());
  }

  /**
   * @param given what is known besides the line, which adds to it
   */
  public static Request read(
      String line, Language byDefault, Questions questions, Arguments given) {
    LineReader reader = new LineReader(byDefault, questions, given);
    if (line.length() > LONGEST_LINE) {
      Message tooLong = Msg.Slack.doubtTooLong(LONGEST_LINE);
      reader.doubts.add(new Doubt(tooLong, List.of()));
      return reader.request(Verb.HELP);
    }
    return reader.read(Tokenizer.of(line));
  }

  private Request read(List<String> words) {
    words.removeIf(this::saysHowToAnswer);
    if (words.isEmpty()) {
      return request(Verb.FORM);
    }
    Optional<Verb> named = Verb.of(words);
    named.ifPresent(verb -> words.remove(0));
    Verb verb = sentence(named.orElse(Verb.RECOMMEND), words);
    Settings settings = Settings.of(verb, questions, language);
    switch (verb) {
      case RECOMMEND -> readQuestion(words, settings);
      case TUNE -> readRun(words, verb, settings);
      case FIT -> readFit(words, settings);
      case COMPARE -> readComparison(words, settings);
      case LIST_OFFERS -> readOffers(words, settings);
      case LIST_MODELS -> readModels(words, settings);
      case HISTORY -> readHistory(words, settings);
      case LAUNCH, ESTIMATE -> readWork(words, verb, settings);
      case FORM -> readForm(words, settings);
      case HELP -> arguments.add(LookupParameters.SEARCH.name(), String.join(" ", words));
    }
    return request(verb == Verb.TUNE ? Verb.RECOMMEND : verb);
  }

  /**
   * What a sentence asks for: it may say in any place that the model is to learn, or what it is to
   * run on.
   */
  private Verb sentence(Verb verb, List<String> words) {
    if (!SENTENCES.contains(verb) || words.size() > LONGEST_SENTENCE) {
      return verb;
    }
    tuning = verb == Verb.TUNE | words.removeIf(Verb.TUNE::isCalled);
    tuning |= words.stream().anyMatch(word -> word.equalsIgnoreCase("qlora"));
    Verb asked = tuning && verb == Verb.RECOMMEND ? Verb.TUNE : verb;
    new PhraseWords(Settings.of(asked, questions, language), tuning).rewrite(words);
    if (verb == Verb.LAUNCH) {
      return verb;
    }
    boolean moves = words.stream().anyMatch(LineReader::namesWhatIsRented);
    HardwareWords cards = new HardwareWords(Settings.of(Verb.FIT, questions, language));
    if (moves || !cards.take(words, arguments)) {
      return asked;
    }
    boolean alone =
        verb == Verb.RECOMMEND && !tuning && words.stream().allMatch(LineReader::isFiller);
    return alone ? Verb.LIST_MODELS : Verb.FIT;
  }

  /** Cards in such words are no question of whether something runs there. */
  private static boolean namesWhatIsRented(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return isOneOf(VERSUS, word) || lower.startsWith("offer") || lower.startsWith("current");
  }

  private static boolean isFiller(String word) {
    return isOneOf(FILLERS, word) || isOneOf(BEFORE_MODEL, word);
  }

  private void readFit(List<String> words, Settings settings) {
    new SettingWords(Verb.FIT, settings, arguments, doubts, remarks).take(words);
    if (arguments.get(LookupParameters.CARD.name()).isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoCard(), List.of()));
    } else if (tuning) {
      readRun(words, Verb.FIT, settings);
    } else {
      readQuestion(words, settings);
    }
  }

  private void readRun(List<String> words, Verb verb, Settings settings) {
    new SettingWords(verb, settings, arguments, doubts, remarks).take(words);
    new TuningWords(settings, arguments).take(words);
    readQuestion(words, settings);
  }

  private Request request(Verb verb) {
    return new Request(
        verb, arguments, language, shared, List.copyOf(doubts), List.copyOf(remarks));
  }

  private boolean saysHowToAnswer(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (Sayings.LANGUAGES.containsKey(lower)) {
      language = Sayings.LANGUAGES.get(lower);
      return true;
    }
    shared |= SHARE.contains(lower);
    return SHARE.contains(lower);
  }

  private void readQuestion(List<String> words, Settings settings) {
    takeAllButTheModel(words, settings);
    new ModelWords(settings, arguments, doubts, remarks).read(words);
  }

  /** Like a recommendation, whether it serves or learns: {@code llama-3.1-8b on g5.xlarge}. */
  private void readWork(List<String> words, Verb verb, Settings settings) {
    new SettingWords(verb, settings, arguments, doubts, remarks).take(words);
    new RentedWords(settings, arguments).takePlace(words, ON, LookupParameters.LAUNCHED);
    new TuningWords(settings, arguments).takeIfAsked(words, tuning);
    readQuestion(words, settings);
  }

  /** As far as it is filled in. */
  private void readForm(List<String> words, Settings settings) {
    takeAllButTheModel(words, settings);
    if (!words.isEmpty()) {
      new ModelWords(settings, arguments, doubts, remarks).read(words);
    }
  }

  private void takeAllButTheModel(List<String> words, Settings settings) {
    new SettingWords(Verb.RECOMMEND, settings, arguments, doubts, remarks).take(words);
    new RentedWords(settings, arguments).takeCurrent(words, VERSUS);
    new TrafficWords(settings, arguments).take(words);
    takeBareWords(words, settings);
    new AmountWords(settings, doubts).take(words);
    words.removeIf(LineReader::isFiller);
  }

  private void readComparison(List<String> words, Settings settings) {
    new SettingWords(Verb.COMPARE, settings, arguments, doubts, remarks).take(words);
    new TrafficWords(settings, arguments).take(words);
    takeBareWords(words, settings);
    words.removeIf(word -> isOneOf(FILLERS, word) || isOneOf(VERSUS, word));
    new RentedWords(settings, arguments).takeOffers(words, BEFORE_MODEL);
    if (arguments.get(LookupParameters.OFFERS.name()).isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoOffers(), List.of()));
      return;
    }
    new ModelWords(settings, arguments, doubts, remarks).read(words);
  }

  /** Words of names, or what they are to run on: {@code what runs on 2x3090}. */
  private void readModels(List<String> words, Settings settings) {
    if (!arguments.get(LookupParameters.RUNS_ON.name()).isEmpty()) {
      return; // a card that was named alone
    }
    if (words.isEmpty() || !isOneOf(ON, words.get(0))) {
      arguments.add(LookupParameters.SEARCH.name(), String.join(" ", words));
      return;
    }
    words.remove(0);
    new SettingWords(Verb.LIST_MODELS, settings, arguments, doubts, remarks).take(words);
    arguments.add(LookupParameters.RUNS_ON.name(), String.join(" ", words));
  }

  /** {@code price history of AMPERE_24}: the name of an offer is all that is left. */
  private void readHistory(List<String> words, Settings settings) {
    new SettingWords(Verb.HISTORY, settings, arguments, doubts, remarks).take(words);
    words.removeIf(word -> isOneOf(OF_HISTORY, word) || isOneOf(BEFORE_MODEL, word));
    if (words.isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoOffer(), List.of()));
    } else {
      arguments.add(LookupParameters.OFFER_ID.name(), String.join(" ", words));
    }
  }

  private void readOffers(List<String> words, Settings settings) {
    new SettingWords(Verb.LIST_OFFERS, settings, arguments, doubts, remarks).take(words);
    takeBareWords(words, settings);
    words.removeIf(word -> isOneOf(FILLERS, word));
    new OfferWords(settings, arguments, doubts, remarks).take(words);
  }

  private void takeBareWords(List<String> words, Settings settings) {
    words.removeIf(
        word -> {
          Optional<Parameter<?>> parameter =
              settings.ofBareWord(word).or(() -> settings.ofUncoveredFormat(word));
          parameter.ifPresent(each -> arguments.add(each.name(), word));
          return parameter.isPresent();
        });
  }

  private static boolean isOneOf(Set<String> names, String word) {
    return names.contains(word.toLowerCase(Locale.ROOT));
  }
}
