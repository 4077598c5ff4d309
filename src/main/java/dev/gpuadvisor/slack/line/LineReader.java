package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a line as people type them: words in any order, each known by what it is. */
public final class LineReader {

  /** Nobody asks a question of this length; an answer to it would quote noise. */
  private static final int LONGEST_LINE = 600;

  /** In words: a card at each of more would be looked for longer than Slack waits. */
  private static final int LONGEST_SENTENCE = 40;

  private static final int LEAST_OF_A_NAME = 3;
  private static final int MOST_OF_A_NAME = 8;

  private static final Set<String> SHARE = Set.of("share", "public", "partager", "publier");
  private static final Set<String> VERSUS = Set.of("vs", "versus", "contre");
  private static final Set<Verb> SENTENCES =
      Set.of(Verb.RECOMMEND, Verb.TUNE, Verb.FIT, Verb.LAUNCH);
  private static final Set<String> HISTORY = Set.of("history", "historique");
  private static final Set<String> ON = Set.of("on", "sur");
  private static final Set<String> BEFORE_MODEL = Set.of("for", "pour");
  private static final Set<String> IN_LANGUAGE = Set.of("in", "en");
  private static final Set<String> FILLERS =
      Sayings.words("with & + / and or on in at via the please avec et ou sur le à svp");

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
    takeHowToAnswer(words);
    if (words.size() <= LONGEST_SENTENCE) {
      joinNames(words, questions.lexicon());
    }
    if (words.isEmpty()) {
      return request(Verb.FORM);
    }
    String first = words.get(0);
    Settings open = Settings.of(Verb.RECOMMEND, questions, language);
    Optional<Verb> named =
        Verb.of(words).filter(verb -> !PriceAsked.isOfServing(verb, words, open.models()));
    named.ifPresent(verb -> words.remove(0));
    if (SENTENCES.contains(named.orElse(Verb.RECOMMEND)) && words.size() <= LONGEST_SENTENCE) {
      if (named.orElse(Verb.RECOMMEND) != Verb.TUNE) {
        TrafficWording.rewrite(words);
        new OwnHardware(open).rewrite(words);
      }
      new AskedBack(open).of(words).ifPresent(doubts::add);
      if (!doubts.isEmpty()) {
        return request(Verb.RECOMMEND);
      }
    }
    Verb verb = sentence(named.orElse(Verb.RECOMMEND), words);
    boolean price =
        verb == Verb.HISTORY
            && words.stream().noneMatch(word -> Sayings.isOneOf(HISTORY, word))
            && (PriceAsked.isOneOrTime(first) || words.stream().anyMatch(PriceAsked::isOneOrTime));
    if (price && !lists(Settings.of(verb, questions, language)).namesOffer(words)) {
      verb = Verb.LIST_OFFERS; // the price of a card
    }
    Settings settings = Settings.of(verb, questions, language);
    switch (verb) {
      case RECOMMEND -> readQuestion(words, settings);
      case COMPARE -> {
        return request(new ComparedWords(settings, arguments, doubts, remarks).read(words));
      }
      case TUNE -> readRun(words, verb, settings);
      case FIT -> readFit(words, settings);
      case LIST_OFFERS -> readOffers(words, settings);
      case LIST_MODELS -> lists(settings).models(words);
      case HISTORY -> lists(settings).history(words);
      case LAUNCH -> readLaunch(words, settings);
      case FORM -> readForm(words, settings);
      case HELP -> arguments.add(LookupParameters.SEARCH.name(), String.join(" ", words));
    }
    return request(verb == Verb.TUNE ? Verb.RECOMMEND : verb);
  }

  /** What it asks for, whatever its words are. */
  private Verb sentence(Verb verb, List<String> words) {
    if (!SENTENCES.contains(verb) || words.size() > LONGEST_SENTENCE) {
      return verb;
    }
    Sentence sentence = new Sentence(questions, language, arguments, remarks);
    Verb asked = sentence.verb(verb, words);
    tuning = sentence.isTuning();
    return asked;
  }

  static boolean isFiller(String word) {
    return isBetween(word) || Sayings.isOneOf(BEFORE_MODEL, word);
  }

  /** A filler that no model stands behind. */
  static boolean isBetween(String word) {
    return Sayings.isOneOf(FILLERS, word);
  }

  private void readFit(List<String> words, Settings settings) {
    new SettingWords(Verb.FIT, settings, arguments, doubts, remarks).take(words);
    new TuningWords(settings, arguments).takeIfAsked(words, tuning);
    readQuestion(words, settings);
  }

  private void readRun(List<String> words, Verb verb, Settings settings) {
    new SettingWords(verb, settings, arguments, doubts, remarks).take(words);
    new TuningWords(settings, arguments).take(words);
    readQuestion(words, settings);
  }

  private Request request(Verb verb) {
    Settings settings = Settings.of(verb, questions, language);
    SaidTwice.doubts(settings, arguments).forEach(doubts::add);
    return new Request(
        verb, arguments, language, shared, List.copyOf(doubts), List.copyOf(remarks));
  }

  /** {@code nous hermes 2 mixtral 8x7b dpo}: none of it says how to train, or who asks. */
  private static void joinNames(List<String> words, Lexicon lexicon) {
    for (int at = 0; at < words.size(); at++) {
      int most = Math.min(MOST_OF_A_NAME, words.size() - at);
      int length = most;
      while (length >= LEAST_OF_A_NAME && !lexicon.isFineTune(words.subList(at, at + length))) {
        length--;
      }
      if (length >= LEAST_OF_A_NAME) {
        List<String> name = words.subList(at, at + length);
        String whole = String.join("-", name);
        name.clear();
        words.add(at, whole);
      }
    }
  }

  private void takeHowToAnswer(List<String> words) {
    shared = words.removeIf(word -> Sayings.isOneOf(SHARE, word));
    Optional<Language> asked = Optional.empty();
    for (int at = words.size() - 1, last = at; at >= 0; at--) {
      if (isLanguage(words, at, last)) {
        Language named = Sayings.LANGUAGES.get(PhraseWords.lower(words.remove(at)));
        asked = asked.or(() -> Optional.of(named));
      }
    }
    language = asked.orElse(language);
  }

  /**
   * In a French line {@code en} is the language only where nothing is behind it, and a company may
   * be French.
   */
  private static boolean isLanguage(List<String> words, int at, int last) {
    String word = PhraseWords.at(words, at);
    boolean code = word.length() == 2 && !word.equals("en");
    boolean said = at == last || at > 0 && IN_LANGUAGE.contains(PhraseWords.at(words, at - 1));
    return Sayings.LANGUAGES.containsKey(word) && (code || said);
  }

  private void readQuestion(List<String> words, Settings settings) {
    takeAllButTheModel(words, settings);
    new ModelWords(settings, arguments, doubts, remarks).read(words);
  }

  /** Like a recommendation, whether it serves or learns: {@code llama-3.1-8b on g5.xlarge}. */
  private void readLaunch(List<String> words, Settings settings) {
    new SettingWords(Verb.LAUNCH, settings, arguments, doubts, remarks).take(words);
    new RentedWords(settings, arguments).takePlace(words, ON, LookupParameters.LAUNCHED);
    if (arguments.get(LookupParameters.LAUNCHED.name()).isEmpty()) { // told which offers have it
      new HardwareWords(settings)
          .takeAny(words)
          .ifPresent(card -> arguments.add(LookupParameters.LAUNCHED.name(), card));
    }
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
    settings.takeBareWords(words, arguments);
    new AmountWords(settings, doubts).take(words);
    words.removeIf(LineReader::isFiller);
    PlaceWords.lookEverywhere(settings, arguments);
  }

  private ListWords lists(Settings settings) {
    return new ListWords(settings, arguments, doubts, remarks);
  }

  private void readOffers(List<String> words, Settings settings) {
    new PhraseWords(settings, false).rewrite(words);
    new SettingWords(Verb.LIST_OFFERS, settings, arguments, doubts, remarks).take(words);
    settings.takeBareWords(words, arguments);
    new OfferWords(settings, arguments, doubts, remarks).take(ListWords.withoutFillers(words));
  }
}
