package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what people say in a sentence as settings: {@code 10 users}, {@code 32k of context},
 * {@code under $2/h}, {@code on aws}, {@code 8 hours a day}. Only what can mean one thing is
 * rewritten; all else stays for the doubts.
 *
 * @param tuning whether the line is about fine-tuning, where a context is a sequence
 */
record PhraseWords(Settings settings, boolean tuning) {

  private static final int LONGEST = 5;
  private static final List<Parameter<?>> BUDGETS =
      List.of(RentingParameters.BUDGET_PER_HOUR, RentingParameters.BUDGET_PER_MONTH);

  void rewrite(List<String> words) {
    words.replaceAll(word -> word.length() > 1 ? word.replaceAll("\\?+$", "") : word);
    for (int at = 0; at < words.size(); at++) {
      List<String> rest = words.subList(at, words.size());
      boolean counted = at > 0 && words.get(at - 1).matches("[0-9.,]+[kKmM]?");
      Optional<Written> written = monthly(words, at).or(() -> written(rest, counted));
      written = written.isPresent() || counted ? written : valued(rest);
      if (written.isPresent()) {
        rest.subList(0, written.get().length()).clear();
        rest.addAll(0, written.get().settings());
        at += written.get().settings().size() - 1; // what was said by nothing leaves no word
      }
    }
    words.removeIf(word -> Sayings.SAID.contains(lower(word)));
  }

  private Optional<Written> written(List<String> words, boolean counted) {
    return (counted ? Optional.<Written>empty() : alone(words))
        .or(
            () ->
                ServerFlags.written(words).map(flag -> new Written(flag.length(), flag.settings())))
        .or(() -> new LoadPhrases(settings).written(words))
        .or(() -> users(words))
        .or(() -> new TokenTraffic(settings).written(words))
        .or(() -> new LengthWords(settings, tuning).written(words))
        .or(() -> cache(words))
        .or(() -> hours(words))
        .or(() -> budget(words))
        .or(() -> named(words));
  }

  /** {@code what does qwen3-14b cost per month}: what is answered anyway; an amount is not. */
  private Optional<Written> monthly(List<String> words, int at) {
    boolean said = Sayings.PER_MONTH.contains(at(words, at) + " " + at(words, at + 1));
    String before = at == 0 ? "" : words.get(at - 1);
    boolean nothing =
        at == 0
            || before.indexOf('=') > 0
            || Sentence.isPrice(before)
            || settings.models().knows(before) && !before.matches("[0-9.,]+[kKmM]?");
    return said && nothing ? Written.of(2) : Optional.empty();
  }

  private Optional<Written> alone(List<String> words) {
    for (int length = Math.min(4, words.size()); length > 0; length--) {
      String meant = Sayings.ALONE.get(joined(words, length));
      if (meant != null && isTaken(meant)) {
        return Optional.of(new Written(length, meant.isEmpty() ? List.of() : List.of(meant)));
      }
    }
    return Optional.empty();
  }

  private boolean isTaken(String setting) {
    int equals = setting.indexOf('=');
    return equals < 0 || !settings.named(setting.substring(0, equals)).isEmpty();
  }

  /** {@code 10 users}, {@code 100 concurrent requests}, {@code 2 gpus}. */
  private Optional<Written> users(List<String> words) {
    if (!isNumber(words.get(0)) || words.size() < 2) {
      return Optional.empty();
    }
    boolean atOnce = Sayings.AT_ONCE.contains(at(words, 1));
    String noun = at(words, atOnce ? 2 : 1);
    if (Sayings.USERS.contains(noun) || atOnce && noun.startsWith("req")) {
      return Written.of(atOnce ? 3 : 2, "users=" + words.get(0));
    }
    int adapters = noun.equals("lora") ? 2 : 1;
    if (!atOnce && at(words, adapters).startsWith("adapt") && isTaken("adapters=")) {
      return Written.of(adapters + 1, "adapters=" + words.get(0));
    }
    boolean gpus = !atOnce && !tuning && Sayings.GPUS.contains(noun) && isTaken("gpus=");
    return gpus ? Written.of(2, "gpus=" + words.get(0)) : Optional.empty();
  }

  /** {@code kv cache fp8}, {@code fp8 kv cache}. */
  private Optional<Written> cache(List<String> words) {
    int name = at(words, 0).equals("kv") ? 0 : at(words, 1).equals("kv") ? 1 : -1;
    if (name < 0) {
      return Optional.empty();
    }
    int end = name + (at(words, name + 1).equals("cache") ? 2 : 1);
    String type = name == 1 ? words.get(0) : at(words, end);
    return !type.isEmpty() && settings.reads(Parameters.KV_CACHE, type)
        ? Written.of(name == 1 ? end : end + 1, "kv=" + type)
        : Optional.empty();
  }

  /** {@code 8 hours a day}, {@code 160h/month}. */
  private Optional<Written> hours(List<String> words) {
    if (!Character.isDigit(words.get(0).charAt(0)) || settings.named("hours").isEmpty()) {
      return Optional.empty();
    }
    Optional<WorkingHours> days = WorkingHours.of(words);
    if (days.isPresent()) {
      return Written.of(days.get().length(), "hours=" + days.get().perMonth() + "/mo");
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

  /** {@code budget of 500/month}, {@code less than $2 per hour}. */
  private Optional<Written> budget(List<String> words) {
    int start = Sayings.LIMIT.contains(at(words, 0)) ? 1 : 0;
    for (String limit : Sayings.LIMITS) {
      int length = limit.split(" ").length;
      start = words.size() > length && joined(words, length).equals(limit) ? length : start;
    }
    int at = behind(words, start, Sayings.BETWEEN);
    if (start == 0 || at >= words.size() || settings.named("budget").isEmpty()) {
      return Optional.empty();
    }
    List<String> rest = words.subList(at + 1, words.size());
    int length = settings.lengthOfRest(BUDGETS, words.get(at), rest);
    String amount = String.join(" ", words.subList(at, at + 1 + length));
    boolean run = tuning && settings.reads(TuningParameters.BUDGET_PER_RUN, amount);
    return NumberType.isMoney(amount)
        ? Written.of(
            at + 1 + length, (run ? "budget_per_run=" : "budget=") + amount.replace(" ", ""))
        : Optional.empty();
  }

  /** {@code batch 2}: what a parameter is called, and a number that it takes. */
  private Optional<Written> valued(List<String> words) {
    String name = at(words, 0);
    boolean unit =
        words.size() > 2
            && (!settings.named(words.get(2)).isEmpty()
                || NumberType.rateOf(words.get(1) + " " + words.get(2)).isPresent()
                || TuningWords.isAmount(settings, words.get(1) + " " + words.get(2)));
    boolean number = words.size() > 1 && !unit && Character.isDigit(words.get(1).charAt(0));
    boolean taken =
        number
            && name.length() > 2
            && !settings.models().knows(name)
            && settings.named(name).stream().anyMatch(each -> settings.reads(each, words.get(1)));
    return taken ? Written.of(2, name + "=" + words.get(1)) : Optional.empty();
  }

  /** Providers, runtimes and places by their names. */
  private Optional<Written> named(List<String> words) {
    int start = Sayings.ON.contains(at(words, 0)) || Sayings.IN.contains(at(words, 0)) ? 1 : 0;
    for (int length = Math.min(2, words.size() - start); length > 0; length--) {
      String name = String.join(" ", words.subList(start, start + length));
      if (length == 1 && Sayings.RUNTIMES.contains(lower(name)) && isTaken("runtime=")) {
        return Written.of(start + 1, "runtime=" + name);
      }
      if (isProvider(name, start > 0)) {
        return Written.of(start + length, "provider=" + name.replace(" ", "-"));
      }
      boolean region = at(words, start + length).matches("r[e\u00e9]gion");
      if (region && isPlace(name)) {
        return Written.of(start + length + 1, "region=" + name.replace(" ", "-"));
      }
      boolean there = Sayings.IN.contains(at(words, 0)) || length == 1 && isRegion(name);
      if (there && isPlace(name)) {
        return Written.of(start + length, "region=" + name.replace(" ", "-"));
      }
    }
    return Optional.empty();
  }

  /** Without a word before it, only what could be no part of a model's name. */
  private boolean isProvider(String name, boolean said) {
    return name.length() > 2
        && name.chars().allMatch(c -> Character.isLetter(c) || " .-".indexOf(c) >= 0)
        && isTaken("provider=")
        && (said || !settings.models().knows(name))
        && settings.reads(RentingParameters.PROVIDERS, name);
  }

  /** {@code us-east-1}, {@code eu}: nothing else is written so. */
  private static boolean isRegion(String name) {
    return name.matches("[a-z]{2,}-[a-z]+-?[0-9]") || Sayings.PLACES.contains(lower(name));
  }

  private boolean isPlace(String name) {
    return isTaken("region=") && settings.reads(RentingParameters.REGION, name);
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
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
