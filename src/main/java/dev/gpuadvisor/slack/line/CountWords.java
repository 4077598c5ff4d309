package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.parameter.LoadParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many of what: {@code 10 users}, {@code 100 concurrent requests}, {@code 2 gpus}, {@code 3
 * replicas}, {@code batch size 32}.
 *
 * @param tuning whether the line is about fine-tuning, where a batch is one
 */
record CountWords(Settings settings, boolean tuning) {

  private static final Set<String> AT_ONCE_BEHIND =
      Set.of(
          "at once",
          "at the same time",
          "at a time",
          "concurrently",
          "simultaneously",
          "in parallel",
          "en même temps",
          "simultanément",
          "à la fois",
          "en parallèle",
          "max",
          "maximum");

  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("seven", "7"),
          Map.entry("nine", "9"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("thirteen", "13"),
          Map.entry("fifteen", "15"),
          Map.entry("sixteen", "16"),
          Map.entry("thirty", "30"),
          Map.entry("forty", "40"),
          Map.entry("sixty", "60"),
          Map.entry("eighty", "80"),
          Map.entry("thousand", "1000"),
          Map.entry("sept", "7"),
          Map.entry("huit", "8"),
          Map.entry("neuf", "9"),
          Map.entry("onze", "11"),
          Map.entry("douze", "12"),
          Map.entry("quinze", "15"),
          Map.entry("seize", "16"),
          Map.entry("trente", "30"),
          Map.entry("quarante", "40"),
          Map.entry("soixante", "60"),
          Map.entry("mille", "1000"),
          Map.entry("dizaine", "10"),
          Map.entry("vingtaine", "20"),
          Map.entry("trentaine", "30"),
          Map.entry("centaine", "100"),
          Map.entry("one", "1"),
          Map.entry("single", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("eight", "8"),
          Map.entry("ten", "10"),
          Map.entry("dozen", "12"),
          Map.entry("twenty", "20"),
          Map.entry("fifty", "50"),
          Map.entry("hundred", "100"),
          Map.entry("un", "1"),
          Map.entry("seul", "1"),
          Map.entry("une", "1"),
          Map.entry("deux", "2"),
          Map.entry("trois", "3"),
          Map.entry("quatre", "4"),
          Map.entry("cinq", "5"),
          Map.entry("dix", "10"),
          Map.entry("douzaine", "12"),
          Map.entry("vingt", "20"),
          Map.entry("cinquante", "50"),
          Map.entry("cent", "100"));

  private static final Set<String> STREAMS =
      Set.of(
          "req",
          "reqs",
          "request",
          "requests",
          "requêtes",
          "requête",
          "stream",
          "streams",
          "sequences",
          "séquences",
          "chats",
          "conversations",
          "connections",
          "connexions",
          "calls",
          "appels",
          "queries",
          "agents",
          "generations");

  private static final Set<String> LEAST = Set.of("min", "minimum", "least", "at", "au", "moins");
  private static final Set<String> MOST = Set.of("max", "maximum", "most", "up", "at", "to", "au");
  private static final Set<String> TEAM = Set.of("team", "équipe", "group", "groupe");

  Optional<Written> written(List<String> words) {
    return users(words)
        .or(() -> limited(words))
        .or(() -> team(words))
        .or(() -> batch(words))
        .or(() -> rank(words));
  }

  private Optional<Written> users(List<String> words) {
    int number = at(words, 0).equals("a") || at(words, 0).equals("un") ? 1 : 0;
    String many = number(at(words, number));
    if (many.isEmpty() && number > 0) {
      number = 0;
      many = number(at(words, 0));
    }
    if (many.isEmpty() || words.size() < 2) {
      return Optional.empty();
    }
    int next = number + 1;
    if (NUMBERS.containsKey(at(words, next)) && at(words, next).matches("seul|single")) {
      next++;
    }
    boolean atOnce = Sayings.AT_ONCE.contains(at(words, next));
    int noun = atOnce ? next + 1 : behind(words, next, Set.of("of", "de", "d'"));
    boolean after =
        STREAMS.contains(at(words, noun)) && Sayings.AT_ONCE.contains(at(words, noun + 1));
    boolean users = Sayings.USERS.contains(at(words, noun));
    if (users || (atOnce || after) && STREAMS.contains(at(words, noun))) {
      int end = behind(words, noun + 1, Sayings.AT_ONCE);
      return Written.of(end + lengthOfAtOnce(words, end), "users=" + many);
    }
    boolean gpus = Sayings.GPUS.contains(at(words, noun));
    if (atOnce && !at(words, next).equals("active") && !gpus) {
      return Written.of(noun, "users=" + many);
    }
    String what = at(words, next);
    int adapters = what.equals("lora") ? next + 1 : next;
    if (!atOnce && at(words, adapters).startsWith("adapt") && isTaken("adapters")) {
      return Written.of(adapters + 1, "adapters=" + many);
    }
    boolean article = number == 0 && at(words, 0).matches("une?");
    if (!atOnce && !tuning && !article && Sayings.GPUS.contains(what) && isTaken("gpus")) {
      boolean most = at(words, next + 1).matches("max|maximum|tops");
      return Written.of(next + (most ? 2 : 1), "gpus=" + many);
    }
    boolean replicas = what.matches("r[eé]plicas?") && isTaken("min_replicas");
    return replicas ? Written.of(next + 1, "min_replicas=" + many) : Optional.empty();
  }

  /** {@code at least 2 replicas}, {@code max 4 gpus}, {@code concurrency of 8}. */
  private Optional<Written> limited(List<String> words) {
    int least = behind(words, 0, LEAST);
    if (least > 0 && at(words, least + 1).matches("r[eé]plicas?|workers?")) {
      return isTaken("min_replicas")
          ? Written.of(least + 2, "min_replicas=" + at(words, least))
          : Optional.empty();
    }
    int most = behind(words, 0, MOST);
    if (most > 0 && Sayings.GPUS.contains(at(words, most + 1)) && isTaken("gpus")) {
      String many = number(at(words, most));
      return many.isEmpty() ? Optional.empty() : Written.of(most + 2, "gpus=" + many);
    }
    boolean tensor = at(words, 0).matches("tp|tensor-parallel|tensor_parallel");
    if ((tensor && isNumber(at(words, 1)) || at(words, 0).matches("tp-?[0-9]{1,2}"))
        && isTaken("gpus")) {
      String gpus = tensor ? at(words, 1) : at(words, 0).replaceAll("[^0-9]", "");
      return Written.of(tensor ? 2 : 1, "gpus=" + gpus);
    }
    int number = behind(words, 1, Sayings.BETWEEN);
    boolean concurrency = at(words, 0).matches("concurrency|concurrence|parallelism|parallélisme");
    return concurrency && isNumber(at(words, number))
        ? Written.of(number + 1, "users=" + at(words, number))
        : Optional.empty();
  }

  /** {@code r=64}, {@code rank 64}: of adapters. */
  private Optional<Written> rank(List<String> words) {
    String word = at(words, 0);
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? at(words, 1) : word.substring(equals + 1);
    return tuning && name.matches("r|rank|rang|lora_r|lora_rank") && isNumber(value)
        ? Written.of(equals < 0 ? 2 : 1, "lora=" + value)
        : Optional.empty();
  }

  /** {@code team of 12}; {@code of 12 people} says it by itself. */
  private Optional<Written> team(List<String> words) {
    int number = behind(words, 1, Set.of("of", "de"));
    String many = number(at(words, number));
    boolean said = TEAM.contains(at(words, 0)) && number > 1 && !many.isEmpty();
    boolean noun = said && Sayings.USERS.contains(at(words, number + 1));
    return said ? Written.of(number + (noun ? 2 : 1), "users=" + many) : Optional.empty();
  }

  /** {@code batch size 32}: of a server those are sequences at the same time. */
  private Optional<Written> batch(List<String> words) {
    int number = behind(words, 1, Set.of("size", "of", "="));
    boolean said = at(words, 0).equals("batch") && isNumber(at(words, number));
    boolean french = at(words, 0).equals("batch") && at(words, 1).equals("de");
    return said && !french
        ? Written.of(number + 1, (tuning ? "batch=" : "users=") + at(words, number))
        : Optional.empty();
  }

  private static int lengthOfAtOnce(List<String> words, int from) {
    for (int length = Math.min(4, words.size() - from); length > 0; length--) {
      String text = String.join(" ", words.subList(from, from + length));
      if (AT_ONCE_BEHIND.contains(PhraseWords.lower(text))) {
        return length;
      }
    }
    return 0;
  }

  private boolean isTaken(String name) {
    return name.equals("min_replicas")
        ? settings.parameters().contains(LoadParameters.MIN_REPLICAS)
        : !settings.named(name).isEmpty();
  }

  private static String number(String word) {
    return isNumber(word) ? word : NUMBERS.getOrDefault(word, "");
  }

  /** {@code thirteen}: how many of something that was not understood. */
  static boolean isNumberWord(String word) {
    return NUMBERS.containsKey(PhraseWords.lower(word));
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }
}
