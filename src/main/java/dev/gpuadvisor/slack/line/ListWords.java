package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is left of a line that asks for a list, or for an offer's history. */
record ListWords(Settings settings, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  private static final Set<String> ON = Set.of("on", "sur");
  private static final Set<String> BEFORE_MODEL = Set.of("for", "pour");
  private static final Set<String> WITH = Sayings.words("with at and avec et");
  private static final Set<String> OF_HISTORY =
      Sayings.words("history historique price prix of du de des on sur the a an le la at chez in");

  /** What is left when nothing but the question itself is taken out. */
  static List<String> withoutFillers(List<String> words) {
    words.removeIf(
        word ->
            LineReader.isFiller(word)
                || Sayings.isOneOf(OF_HISTORY, word)
                || PriceAsked.isOneOrTime(word)
                || Sayings.isOneOf(Sayings.SAID, word)
                || Everyday.isOne(word));
    return words;
  }

  /** Words of names, or what they are to run on: {@code what runs on 2x3090}. */
  void models(List<String> words) {
    if (!arguments.get(LookupParameters.RUNS_ON.name()).isEmpty()) {
      new SettingWords(Verb.LIST_MODELS, settings, arguments, doubts, remarks).take(words);
      search(words); // a card that was named alone, or with a family
      return;
    }
    if (words.isEmpty() || !Sayings.isOneOf(ON, words.get(0))) {
      arguments.add(LookupParameters.SEARCH.name(), String.join(" ", words));
      return;
    }
    words.remove(0);
    new PhraseWords(settings, false).rewrite(words);
    words.removeIf(word -> Sayings.isOneOf(WITH, word));
    new SettingWords(Verb.LIST_MODELS, settings, arguments, doubts, remarks).take(words);
    Optional<String> card = new HardwareWords(settings).takeAny(words);
    arguments.add(LookupParameters.RUNS_ON.name(), card.orElseGet(() -> String.join(" ", words)));
    if (card.isPresent()) {
      search(words);
    }
  }

  /** What is left besides the card: a family of models; a format is told for each of them. */
  private void search(List<String> words) {
    words.removeIf(word -> LineReader.isFiller(word) || rent().ofBareWord(word).isPresent());
    List<String> strangers = words.stream().filter(word -> !isPartOfName(word)).toList();
    strangers.forEach(word -> remarks.add(Doubt.about(word, Msg.Slack::doubtWord, List.of())));
    words.removeAll(strangers);
    if (!words.isEmpty()) {
      arguments.add(LookupParameters.SEARCH.name(), String.join(" ", words));
    }
  }

  private Settings rent() {
    return settings.of(Verb.RECOMMEND);
  }

  private boolean isPartOfName(String word) {
    return settings.models().knows(word) || word.chars().anyMatch(Character::isDigit);
  }

  /** {@code price history of AMPERE_24}: the name of an offer is all that is left. */
  void history(List<String> words) {
    new SettingWords(Verb.HISTORY, settings, arguments, doubts, remarks).take(words);
    words.removeIf(
        word -> Sayings.isOneOf(OF_HISTORY, word) || Sayings.isOneOf(BEFORE_MODEL, word));
    if (words.isEmpty()) {
      doubts.add(new Doubt(Msg.Slack.doubtNoOffer(), List.of()));
    } else {
      arguments.add(LookupParameters.OFFER_ID.name(), String.join(" ", words));
    }
  }

  /** Whether an offer is named, or nothing is. */
  boolean namesOffer(List<String> words) {
    List<String> name =
        words.stream()
            .filter(
                word ->
                    !Sayings.isOneOf(OF_HISTORY, word)
                        && !Sayings.isOneOf(BEFORE_MODEL, word)
                        && !PriceAsked.isOneOrTime(word))
            .toList();
    boolean card = new HardwareWords(settings).takeAny(new ArrayList<>(name)).isPresent();
    return !card
            && settings.vocabulary().lexicon().cards(String.join(" ", name)).meaning().isEmpty()
        || settings.vocabulary().catalog().offers().find(String.join(" ", name)).isPresent();
  }
}
