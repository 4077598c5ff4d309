package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.PaidName;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the hardware that a line asks about: {@code on 2x3090}, {@code A100 80GB}. Whoever names it
 * wants to know whether the model runs there, not what to rent.
 */
record HardwareWords(Settings settings) {

  static final int MOST_WORDS = 7;

  private static final Set<String> ARTICLES = Sayings.words("a an one un une");

  private static final Set<String> ON = Sayings.words("on sur in with avec dans");

  /** Takes the words out; false where the line names no hardware. */
  boolean take(List<String> words, Arguments arguments) {
    for (int at = 0; at < words.size(); at++) {
      String before = at == 0 ? "" : words.get(at - 1);
      boolean said = Sayings.isOneOf(ON, before);
      if (isNumberOfModel(words, at)) {
        continue;
      }
      Optional<List<String>> card = card(words.subList(at, words.size()), said);
      if (card.isPresent()) {
        int end = at + card.get().size();
        CardInMachine whole = CardInMachine.of(counted(card.get()), words, end, lexicon());
        String name = whole.name();
        arguments.add(LookupParameters.CARD.name(), name);
        words.subList(at, whole.end()).clear();
        withoutTotal(words, name);
        return true;
      }
    }
    return false;
  }

  /** {@code gemma 3 4090}: the number belongs to the model. */
  private boolean isNumberOfModel(List<String> words, int at) {
    return at > 0 && isCount(words.get(at)) && isFamily(words.get(at - 1));
  }

  /** How many words from there on are the name of one card, which nothing need say that it is. */
  int lengthOfOne(List<String> words, int at) {
    return isNumberOfModel(words, at)
        ? 0
        : one(words.subList(at, words.size()), false).map(List::size).orElse(0);
  }

  /** {@code 2x rtx 8000, 96gb total}: what the cards say already. */
  private void withoutTotal(List<String> words, String name) {
    lexicon()
        .cardsByName(name)
        .meaning()
        .filter(cards -> cards.gpus().isPresent())
        .map(cards -> cards.gpus().get() * cards.card().nominalGb())
        .ifPresent(
            total -> words.removeIf(word -> isMemory(word) && word.matches(total + "[a-zA-Z]+")));
  }

  private Lexicon lexicon() {
    return settings.vocabulary().lexicon();
  }

  /** With the cards that stand beside it: {@code 3090 + 4090}. */
  private Optional<List<String>> card(List<String> words, boolean said) {
    Optional<List<String>> first = one(words, said);
    int length = first.map(List::size).orElse(0);
    while (length > 0 && length < words.size() - 1 && Cards.isBetween(words.get(length))) {
      int start = length + 1;
      int articles = Sayings.isOneOf(ARTICLES, words.get(start)) ? 1 : 0;
      int next = one(words.subList(start + articles, words.size()), true).map(List::size).orElse(0);
      if (next == 0) {
        break;
      }
      length = start + articles + next;
    }
    return length == 0 ? first : Optional.of(words.subList(0, length));
  }

  Optional<List<String>> one(List<String> words, boolean said) {
    boolean possible =
        said
            || !words.isEmpty()
                && (lexicon().mayStartCards(words.get(0))
                    || Sayings.isOneOf(ARTICLES, words.get(0))
                    || OtherHardware.mayStart(words.get(0)));
    if (!possible) {
      return Optional.empty();
    }
    for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
      List<String> name = words.subList(0, length);
      boolean whole =
          !LineReader.isFiller(words.get(length - 1)) // L4 at
              && name.stream().noneMatch(PaidName::isBeforePrice);
      if (whole && isCard(name, said)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** What is never part of a model's name: {@code 2x}, {@code RTX}. */
  private static final Pattern MAKERS =
      Pattern.compile(
          "([0-9]{1,2}x|(?:[0-9]{1,2}x)?[2-5]0[5-9]0(?:ti)?|ti|rtx|geforce|nvidia|radeon|quadro|tesla)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNTED =
      Pattern.compile("[0-9]{1,2} ?[x\u00d7*] ?[a-z].*", Pattern.CASE_INSENSITIVE);

  /** {@code 8000}: of a card's name, and as often of anything. */
  private static final Pattern ROUND = Pattern.compile("[1-9]000");

  /** {@code 64GB}. */
  static boolean isMemory(String word) {
    return word.matches("(?i)[0-9]{1,4}(?:gb|gib|go)");
  }

  private static final Set<String> TIMES = Set.of("x", "X", "\u00d7", "*");

  private static boolean isCount(String word) {
    return word.length() < 3 && word.chars().allMatch(Character::isDigit);
  }

  /** {@code gemma}: of a model's name, and without its size. */
  private boolean isFamily(String word) {
    return !word.isEmpty()
        && word.chars().allMatch(Character::isLetter)
        && settings.models().knows(word);
  }

  /** In {@code inf2.xlarge with llama 2 7b} the rest is no part of a name. */
  private boolean isNoMore(List<String> words) {
    return words.stream()
        .skip(1)
        .noneMatch(word -> LineReader.isFiller(word) || settings.models().knows(word));
  }

  /** Takes the first card that is named, for whoever asks for something else. */
  Optional<String> takeAny(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      Optional<List<String>> name = card(words.subList(at, words.size()), false);
      if (name.isPresent()) {
        String card = counted(name.get());
        name.get().clear();
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  /** How many words are the name of a card or an instance that could be rented. */
  int lengthOfRented(List<String> words) {
    return one(words, false)
        .filter(name -> settings.reads(RentingParameters.CURRENT, counted(name)))
        .map(List::size)
        .orElse(0);
  }

  /** {@code 4 A100}: a number alone is how many. */
  static String counted(List<String> words) {
    String first = words.get(0);
    boolean number =
        words.size() > 1
            && first.length() < 3
            && first.chars().allMatch(Character::isDigit)
            && !TIMES.contains(words.get(1));
    return (number ? first + "x" : first)
        + words.stream().skip(1).map(word -> " " + word).collect(Collectors.joining());
  }

  /**
   * Not what stands in a setting, nor what may be part of a model's name; an offer, and what is not
   * covered, only where it is said to be what the model is to run on.
   */
  boolean isCard(List<String> words, boolean said) {
    String name = counted(words);
    boolean plain = words.stream().noneMatch(word -> word.indexOf('=') >= 0 || word.contains("@"));
    boolean makers = words.stream().anyMatch(word -> MAKERS.matcher(word).matches());
    boolean mayBeModel =
        !makers
            && words.stream()
                .skip(words.size() > 1 && isCount(words.get(0)) ? 1 : 0)
                .filter(word -> !TIMES.contains(word))
                .anyMatch(settings.models()::knows);
    boolean numbered = name.chars().anyMatch(Character::isDigit);
    boolean isModel = words.stream().allMatch(settings.models()::knows);
    boolean apple = OtherHardware.isApple(words);
    boolean other = apple || OtherHardware.isOne(words, settings.models());
    boolean machine = words.size() > 1 && lexicon().machine(name).isPresent();
    if (!plain
        || ROUND.matcher(name).matches()
        || !said && !other && !machine && (mayBeModel || !numbered)) {
      return false;
    }
    Reading<Cards> reading = lexicon().cardsByName(name);
    boolean several = // 4 x ada: to be asked which
        reading instanceof Reading.Several<Cards> && (said || COUNTED.matcher(name).matches());
    return reading.meaning().isPresent()
        || several && !isModel
        || (said || other)
            && (reading instanceof Reading.NotCovered<Cards>
                    && (other || !isModel && isNoMore(words))
                || settings.vocabulary().catalog().offers().find(name).isPresent());
  }
}
