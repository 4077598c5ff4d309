package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes what people say in a sentence as settings: {@code 10 users}, {@code 32k of context},
 * {@code under $2/h}, {@code on aws}, {@code 8 hours a day}. Only what can mean one thing is
 * rewritten; all else stays for the doubts.
 *
 * @param tuning whether the line is about fine-tuning, where a context is a sequence
 */
record PhraseWords(Settings settings, boolean tuning) {

  private static final int LONGEST = 5;

  private static final Set<String> BEFORE_MONTH =
      Sayings.words("me us it run host serve running hosting total nous that");

  /** What a cost is asked for of; it is told anyway. */
  private static final Set<String> PER = Set.of("per-million", "per-thousand");

  private static final Set<String> ARTICLES =
      Sayings.words("a an the our my un une nos notre mon on sur only");

  /** Settings whose values are words. */
  private static final Set<String> WORDED =
      Sayings.words("latency latence market supply rank optimizer sharding trainer");

  void rewrite(List<String> words) {
    words.replaceAll(word -> word.length() > 1 ? word.replaceAll("\\?+$", "") : word);
    words.removeIf(String::isEmpty);
    boolean rules = words.stream().anyMatch(word -> lower(word).matches("gdpr|rgpd"));
    for (int at = 0; at < words.size(); at++) {
      List<String> rest = words.subList(at, words.size());
      String before = at == 0 ? "" : lower(words.get(at - 1));
      Optional<Written> written = monthly(words, at).or(() -> written(rest, before));
      written = written.isPresent() || isCount(before) ? written : valued(rest);
      if (written.isPresent()) {
        rest.subList(0, written.get().length()).clear();
        rest.addAll(0, written.get().settings());
        at += written.get().settings().size() - 1; // what was said by nothing leaves no word
      }
    }
    new IdleWords(settings).removeFrom(words);
    if (!tuning && isTaken("latency=")) {
      words.replaceAll(word -> word.equalsIgnoreCase("batch") ? "latency=batch" : word);
    }
    Set<String> said = new HashSet<>();
    words.removeIf(word -> word.indexOf('=') > 0 && !said.add(word) || PER.contains(word));
    SaidTwice.rewrite(words, rules, settings);
  }

  private static final Pattern COUNT =
      Pattern.compile("(?![2-5]0[5-9]0$)[0-9.,]+[kKmM]?"); // 3090: a card

  static boolean isCount(String word) {
    return COUNT.matcher(word).matches();
  }

  private Optional<Written> written(List<String> words, String before) {
    boolean counted = isCount(before);
    return alone(words, counted)
        .or(() -> ServerFlags.written(words))
        .or(() -> hours(words))
        .or(() -> new LoadPhrases(settings).written(words))
        .or(() -> new CountWords(settings, tuning).written(words))
        .or(() -> new TokenTraffic(settings).written(words))
        .or(() -> new LengthWords(settings, tuning).written(words))
        .or(() -> cache(words))
        .or(() -> new BudgetWords(settings, tuning).written(words))
        .or(() -> new PlaceWords(settings).without(words))
        .or(() -> new PlaceWords(settings).written(words, before));
  }

  /** {@code what does qwen3-14b cost per month}: what is answered anyway; an amount is not. */
  private Optional<Written> monthly(List<String> words, int at) {
    boolean one = at(words, at).matches("monthly|mensuel(?:le)?(?:ment)?");
    boolean said = one || Sayings.PER_MONTH.contains(at(words, at) + " " + at(words, at + 1));
    String before = at == 0 ? "" : words.get(at - 1);
    boolean many = at > 1 && isCount(words.get(at - 2)) || isCount(before);
    boolean nothing =
        at == 0
            || one && !many && !Sayings.isOneOf(Sayings.COUNTED, before)
            || before.indexOf('=') > 0
            || PriceAsked.isOneOrTime(before)
            || BEFORE_MONTH.contains(lower(before))
            || settings.models().knows(before) && !before.matches("[0-9.,]+[kKmM]?");
    return said && nothing ? Written.of(one ? 1 : 2) : Optional.empty();
  }

  /**
   * @param counted whether a number stands before them, which what has none of its own belongs to
   */
  private Optional<Written> alone(List<String> words, boolean counted) {
    Phrases more = tuning ? WholePhrases.OF_RUNS : WholePhrases.OF_SERVING;
    return Stream.concat(more.at(words, 0), WholePhrases.ALONE.at(words, 0))
        .filter(said -> said.settings().stream().allMatch(this::isTaken))
        .filter(said -> !counted || hasNumber(words.subList(0, said.length())))
        .filter(said -> !said.settings().contains("vs") || isRented(words, said.length()))
        .findFirst();
  }

  private static boolean hasNumber(List<String> words) {
    return words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
  }

  /** A price, an offer or a card: whatever else people use is not what runs now. */
  private boolean isRented(List<String> words, int from) {
    int start = behind(words, from, ARTICLES);
    for (int length = Math.min(3, words.size() - start); length > 0; length--) {
      String name = String.join(" ", words.subList(start, start + length)).replaceFirst("@.*", "");
      if (NumberType.looksLikeNumber(name) && NumberType.isMoney(name)
          || settings.reads(RentingParameters.CURRENT, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTaken(String setting) {
    int equals = setting.indexOf('=');
    return equals < 0 || !settings.named(setting.substring(0, equals)).isEmpty();
  }

  /** {@code kv cache fp8}, {@code fp8 kv cache}. */
  private Optional<Written> cache(List<String> words) {
    int name = at(words, 0).equals("kv") ? 0 : at(words, 1).equals("kv") ? 1 : -1;
    if (name < 0) {
      return Optional.empty();
    }
    int end = name + (at(words, name + 1).equals("cache") ? 2 : 1);
    int at = name == 1 ? 0 : behind(words, end, Sayings.words("in en as at is dtype"));
    end = name == 1 ? end : at;
    String type = at(words, at);
    return !type.isEmpty() && settings.reads(Parameters.KV_CACHE, type)
        ? Written.of(name == 1 ? end : end + 1, "kv=" + type)
        : Optional.empty();
  }

  /** {@code 8 hours a day}, {@code 160h/month}. */
  private Optional<Written> hours(List<String> words) {
    boolean number =
        Character.isDigit(words.get(0).charAt(0))
            || at(words, 0)
                .matches(
                    "for|pendant|durant|from|de|du|every|weekdays|week-?ends?|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim).*");
    if (!number || settings.named("hours").isEmpty()) {
      return Optional.empty();
    }
    Optional<WorkingHours> days = WorkingHours.of(words);
    if (days.isPresent()) {
      return Written.of(
          days.get().length(), "hours=" + days.get().perMonth().toPlainString() + "/mo");
    }
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      String text = joined(words, length).replace(" ", "");
      boolean often = text.replaceAll("^[0-9.,]+", "").matches("h.*(day|week|mo.*|jour|semaine)");
      if (often && settings.reads(RentingParameters.HOURS_PER_MONTH, text)) {
        return Written.of(length, "hours=" + text);
      }
    }
    return Optional.empty();
  }

  /** {@code batch 2}: what a parameter is called, and a number that it takes. */
  private Optional<Written> valued(List<String> words) {
    String name = at(words, 0);
    boolean unit =
        words.size() > 2
            && (!settings.named(words.get(2)).isEmpty()
                    && (!isCount(at(words, 3))
                        || TuningWords.isAmount(settings, at(words, 3) + " " + at(words, 4)))
                || NumberType.rateOf(words.get(1) + " " + words.get(2)).isPresent()
                || TuningWords.isAmount(settings, words.get(1) + " " + words.get(2)));
    boolean number =
        words.size() > 1
            && !unit
            && (Character.isDigit(words.get(1).charAt(0)) || WORDED.contains(name));
    boolean taken =
        number
            && name.length() > 2
            && !settings.models().knows(name)
            && settings.named(name).stream().anyMatch(each -> settings.reads(each, words.get(1)));
    return taken ? Written.of(2, name + "=" + words.get(1)) : Optional.empty();
  }

  /** Where the words of a set end. */
  static int behind(List<String> words, int from, Set<String> any) {
    int at = from;
    while (at < words.size() && any.contains(lower(words.get(at)))) {
      at++;
    }
    return at;
  }

  static String at(List<String> words, int index) {
    return index < words.size() ? lower(words.get(index)) : "";
  }

  private static String joined(List<String> words, int length) {
    return lower(String.join(" ", words.subList(0, length)));
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
