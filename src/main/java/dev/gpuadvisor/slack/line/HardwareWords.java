package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Cards;
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
import java.util.stream.Stream;

/**
 * Finds the hardware that a line asks about: {@code on 2x3090}, {@code A100 80GB}. Whoever names it
 * wants to know whether the model runs there, not what to rent.
 */
record HardwareWords(Settings settings) {

  private static final int MOST_WORDS = 7;

  private static final Set<String> AGAINST = Sayings.words("vs versus contre or ou");
  private static final Set<String> ARTICLES = Sayings.words("a an one un une");

  /** What nothing else is called by, and what is not covered. */
  private static final Set<String> NO_GPUS =
      Sayings.words(
          "tpu tpus jetson gaudi trainium inferentia intel arc mac macbook raspberry"
              + " ryzen xeon epyc threadripper npu ascend cerebras dgx gb10 strix k80 k40 m40");

  private static final Set<String> LAST = Set.of("spark", "halo", "pi", "max");

  private static final Set<String> ON = Sayings.words("on sur in with avec dans");

  /** Takes the words out; false where the line names no hardware. */
  boolean take(List<String> words, Arguments arguments) {
    for (int at = 0; at < words.size(); at++) {
      List<String> rest = words.subList(at, words.size());
      String before = at == 0 ? "" : words.get(at - 1);
      boolean said = Sayings.isOneOf(ON, before);
      boolean number = isCount(words.get(at)) && isFamily(before);
      if (number) {
        continue; // gemma 3 4090: the number belongs to the model
      }
      Optional<List<String>> card = card(rest, said);
      if (card.isPresent()) {
        arguments.add(LookupParameters.CARD.name(), counted(card.get()));
        card.get().clear();
        return true;
      }
    }
    return false;
  }

  /** The card that offers are looked for with; an amount of memory is none. */
  void takeNamed(List<String> words, Arguments arguments) {
    if (arguments.get(LookupParameters.WANTED_CARD.name()).isEmpty()) {
      for (int at = 0; at < words.size(); at++) {
        Optional<List<String>> name =
            one(words.subList(at, words.size()), false)
                .filter(found -> !settings.reads(LookupParameters.MIN_MEMORY_GIB, joined(found)));
        if (name.isPresent()) {
          arguments.add(LookupParameters.WANTED_CARD.name(), counted(name.get()));
          name.get().clear();
          return;
        }
      }
    }
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }

  /** Cards that stand against each other, {@code h100 vs a100}: at least two of them. */
  boolean takeCompared(List<String> words, Arguments arguments) {
    boolean found = false;
    for (int at = 1; at < words.size() - 1; at++) {
      if (Sayings.isOneOf(AGAINST, words.get(at))) {
        Optional<List<String>> first = before(words.subList(0, at));
        Optional<List<String>> second = one(words.subList(at + 1, words.size()), false);
        if (second.isPresent() && (found && first.isEmpty() || first.isPresent())) {
          first.ifPresent(name -> arguments.add(LookupParameters.OFFERS.name(), counted(name)));
          arguments.add(
              LookupParameters.OFFERS.name(),
              counted(alike(first.orElse(List.of()), second.get())));
          int start = at - first.map(List::size).orElse(0);
          words.subList(start, at + 1 + second.get().size()).clear();
          found = true;
          at = start - 1;
        }
      }
    }
    return found;
  }

  /** {@code an A100 40GB or an 80GB}: of the same kind. */
  private static List<String> alike(List<String> first, List<String> second) {
    int last = first.size() - 1;
    boolean memory = second.size() == 1 && isMemory(second.get(0));
    return memory && last > 0 && isMemory(first.get(last))
        ? Stream.concat(first.stream().limit(last), second.stream()).toList()
        : second;
  }

  /** The longest name that the words end in. */
  private Optional<List<String>> before(List<String> words) {
    for (int length = Math.min(MOST_WORDS, words.size()); length > 0; length--) {
      List<String> name = words.subList(words.size() - length, words.size());
      if (isCard(name, false)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
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

  private Optional<List<String>> one(List<String> words, boolean said) {
    boolean possible =
        said
            || !words.isEmpty()
                && (settings.vocabulary().lexicon().mayStartCards(words.get(0))
                    || Sayings.isOneOf(ARTICLES, words.get(0))
                    || Sayings.isOneOf(NO_GPUS, words.get(0)));
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
          "([0-9]{1,2}x|[2-5]0[5-9]0|ti|rtx|geforce|nvidia|radeon|quadro|tesla)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern APPLE =
      Pattern.compile("m[1-5] (?:pro|max|ultra)", Pattern.CASE_INSENSITIVE);

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

  /** Takes the first card that is named, for whoever asks for something else. */
  Optional<String> takeAny(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      Optional<List<String>> name = one(words.subList(at, words.size()), false);
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
  private boolean isCard(List<String> words, boolean said) {
    String name = counted(words);
    boolean plain = words.stream().noneMatch(word -> word.indexOf('=') >= 0 || word.contains("@"));
    boolean makers = words.stream().anyMatch(word -> MAKERS.matcher(word).matches());
    boolean mayBeModel =
        !makers
            && words.stream()
                .skip(words.size() > 1 && isCount(words.get(0)) ? 1 : 0)
                .anyMatch(settings.models()::knows);
    boolean numbered = name.chars().anyMatch(Character::isDigit);
    boolean isModel = words.stream().allMatch(settings.models()::knows);
    boolean apple = APPLE.matcher(String.join(" ", words)).matches();
    boolean other =
        apple
            || Sayings.isOneOf(NO_GPUS, words.get(0))
                && words.stream().noneMatch(LineReader::isFiller)
                && (Sayings.isOneOf(LAST, words.get(words.size() - 1))
                    || !settings.models().knows(words.get(words.size() - 1)));
    boolean machine = words.size() > 1 && settings.vocabulary().lexicon().machine(name).isPresent();
    if (!plain || !said && !other && !machine && (mayBeModel || !numbered)) {
      return false;
    }
    Reading<Cards> reading = settings.vocabulary().lexicon().cardsByName(name);
    return reading.meaning().isPresent()
        || (said || other)
            && (reading instanceof Reading.NotCovered<Cards> && (apple || !isModel)
                || settings.vocabulary().catalog().offers().find(name).isPresent());
  }
}
