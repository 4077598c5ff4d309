package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a line as people type them: words in any order, each known by what it is. */
public final class LineReader {

  /** Nobody asks a question of this length; an answer to it would quote noise. */
  private static final int LONGEST_LINE = 600;

  private static final Map<String, Language> LANGUAGES =
      Map.of(
          "en",
          Language.EN,
          "english",
          Language.EN,
          "anglais",
          Language.EN,
          "fr",
          Language.FR,
          "french",
          Language.FR,
          "français",
          Language.FR,
          "francais",
          Language.FR);
  private static final Set<String> SHARE = Set.of("share", "public", "partager", "publier");
  private static final Set<String> VERSUS = Set.of("vs", "versus", "contre");
  private static final Set<String> BETWEEN = Set.of("for", "pour");
  private static final Set<String> FILLERS =
      Set.of("with", "and", "or", "on", "the", "please", "avec", "et", "ou", "sur", "le", "svp");

  private final Arguments arguments = new Arguments();
  private final List<Doubt> doubts = new ArrayList<>();
  private final List<Doubt> remarks = new ArrayList<>();
  private Language language;
  private boolean shared;

  private LineReader(Language language) {
    this.language = language;
  }

  public static Request read(String line, Language byDefault) {
    LineReader reader = new LineReader(byDefault);
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
      return request(Verb.HELP);
    }
    Optional<Verb> named = Verb.of(words.get(0));
    named.ifPresent(verb -> words.remove(0));
    Verb verb = named.orElse(Verb.RECOMMEND);
    switch (verb) {
      case RECOMMEND -> readQuestion(verb, words);
      case COMPARE -> readComparison(words);
      case LIST_OFFERS -> readOffers(words);
      case LIST_MODELS -> arguments.add(Parameters.SEARCH.name(), String.join(" ", words));
      case HELP -> {}
    }
    return request(verb);
  }

  private Request request(Verb verb) {
    return new Request(
        verb, arguments, language, shared, List.copyOf(doubts), List.copyOf(remarks));
  }

  private boolean saysHowToAnswer(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (LANGUAGES.containsKey(lower)) {
      language = LANGUAGES.get(lower);
      return true;
    }
    shared |= SHARE.contains(lower);
    return SHARE.contains(lower);
  }

  private void readQuestion(Verb verb, List<String> words) {
    SettingWords settings = new SettingWords(verb, arguments, doubts, remarks);
    words.removeIf(settings::take);
    new RentedWords(arguments).takeCurrent(words, VERSUS);
    words.removeIf(this::takeFormat);
    words.removeIf(word -> isOneOf(FILLERS, word) || isOneOf(BETWEEN, word));
    new ModelWords(arguments, doubts, remarks).read(words);
  }

  private void readComparison(List<String> words) {
    SettingWords settings = new SettingWords(Verb.COMPARE, arguments, doubts, remarks);
    words.removeIf(settings::take);
    words.removeIf(this::takeFormat);
    words.removeIf(word -> isOneOf(FILLERS, word) || isOneOf(VERSUS, word));
    new RentedWords(arguments).takeOffers(words, BETWEEN);
    if (arguments.get(Parameters.OFFERS.name()).isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoOffers(), List.of()));
      return;
    }
    new ModelWords(arguments, doubts, remarks).read(words);
  }

  private void readOffers(List<String> words) {
    SettingWords settings = new SettingWords(Verb.LIST_OFFERS, arguments, doubts, remarks);
    words.removeIf(settings::take);
    words.removeIf(word -> isOneOf(FILLERS, word));
    words.forEach(word -> remarks.add(Doubt.about(word, Msg.Slack::doubtWord, List.of())));
  }

  private boolean takeFormat(String word) {
    Optional<String> format = FormatWord.read(word);
    format.ifPresent(name -> arguments.add(Parameters.QUANTIZATIONS.name(), name));
    return format.isPresent();
  }

  private static boolean isOneOf(Set<String> names, String word) {
    return names.contains(word.toLowerCase(Locale.ROOT));
  }
}
