package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.lexicon.NumberWords;
import dev.gpuadvisor.parameter.LoadParameters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Set<String> STREAMS =
      Sayings.words(
          "req reqs request requests requêtes requête stream streams sequences séquences chats"
              + " conversations connections connexions calls appels queries agents generations");

  /** Of sequences that run side by side, whatever is said of them. */
  private static final Set<String> SLOTS = Set.of("seqs", "slots", "streams", "threads");

  private static final Set<String> LEAST = Set.of("min", "minimum", "least", "at", "au", "moins");
  private static final Set<String> MOST = Set.of("max", "maximum", "most", "up", "at", "to", "au");
  private static final Set<String> WE = Set.of("est", "are", "we're", "sommes", "sera", "serons");
  private static final Set<String> BEHIND_US =
      Set.of("", "of", "in", "dans", "at", "au", "à", "chez", "en", "on", "and", "et");
  private static final Set<String> TEAM = Set.of("team", "équipe", "group", "groupe");

  private static final Pattern OF_A_MACHINE = Pattern.compile("([0-9]{1,2})x?(.*)");

  Optional<Written> written(List<String> words) {
    return asked(words)
        .or(() -> counted(words))
        .or(() -> limited(words))
        .or(() -> team(words))
        .or(() -> batch(words))
        .or(() -> rank(words));
  }

  /** {@code how many parallel requests}: which the answer says anyway. */
  private static Optional<Written> asked(List<String> words) {
    int many =
        at(words, 0).equals("how") && at(words, 1).equals("many")
            ? 2
            : at(words, 0).matches("combien|many") ? 1 : 0;
    int noun = behind(words, behind(words, many, Set.of("de", "d'")), Sayings.AT_ONCE);
    String word = at(words, noun).replaceFirst("^d'", "");
    boolean said = many > 0 && (Sayings.USERS.contains(word) || STREAMS.contains(word));
    return said ? Written.of(behind(words, noun + 1, Sayings.AT_ONCE)) : Optional.empty();
  }

  /** Behind a number: who asks, at the same time or not, or so many of something else. */
  private Optional<Written> counted(List<String> words) {
    int number = at(words, 0).matches("an?|une?") && !number(at(words, 1)).isEmpty() ? 1 : 0;
    number += at(words, number).matches("between|entre") ? 1 : 0;
    boolean range =
        at(words, number + 1).matches("to|or|and|à|ou|et") && isNumber(at(words, number + 2));
    number += range ? 2 : 0;
    String many = number(at(words, number));
    if (many.isEmpty() || words.size() < 2 || range && number(at(words, number - 2)).isEmpty()) {
      return Optional.empty();
    }
    int next = number + (at(words, number + 1).matches("seule?|single") ? 2 : 1);
    return machines(words, next, many)
        .or(() -> users(words, next, many))
        .or(() -> tuning ? Optional.empty() : gpus(words, next, many))
        .or(() -> others(words, next, many));
  }

  /** {@code 2 nodes of 8x h100}: GPUs of all of them. */
  private Optional<Written> machines(List<String> words, int next, String many) {
    Matcher each = OF_A_MACHINE.matcher(at(words, next + 2));
    boolean said =
        at(words, next).matches("nodes?|machines|servers|nœuds|serveurs")
            && at(words, next + 1).matches("of|with|de|x|à|avec")
            && many.matches("[0-9]{1,3}")
            && each.matches();
    return said
        ? Written.of(
            next + 3,
            Integer.parseInt(many) * Integer.parseInt(each.group(1)) + "x" + each.group(2))
        : Optional.empty();
  }

  /** {@code 10 concurrent users}, {@code 30 chats}, {@code 100 requests in parallel}. */
  private Optional<Written> users(List<String> words, int next, String many) {
    boolean atOnce = Sayings.AT_ONCE.contains(at(words, next));
    int noun = atOnce ? next + 1 : behind(words, next, Set.of("of", "de", "d'"));
    String word = at(words, noun).replaceFirst("^d'", "");
    boolean stream = STREAMS.contains(word);
    boolean after = stream && Sayings.AT_ONCE.contains(at(words, noun + 1));
    if (Sayings.USERS.contains(word) || SLOTS.contains(word) || (atOnce || after) && stream) {
      int end = behind(words, noun + 1, Sayings.AT_ONCE);
      return Written.of(end + lengthOfAtOnce(words, end), "users=" + many);
    }
    int once = lengthOfAtOnce(words, noun);
    if (once > 0 && !at(words, noun).startsWith("max")) { // of 60 users, 10 at once
      return Written.of(noun + once, "concurrency=" + many);
    }
    boolean alone =
        atOnce && !at(words, next).equals("active") && !Sayings.GPUS.contains(at(words, noun));
    return alone ? Written.of(noun, "users=" + many) : Optional.empty();
  }

  /** {@code 2 gpus max}; of one nobody says that there may be no more. */
  private Optional<Written> gpus(List<String> words, int next, String many) {
    boolean article = at(words, 0).matches("une?");
    if (article || !Sayings.GPUS.contains(at(words, next)) || !isTaken("gpus")) {
      return Optional.empty();
    }
    boolean most = at(words, next + 1).matches("max|maximum|tops");
    return Written.of(next + (most ? 2 : 1), "gpus=" + many);
  }

  /** {@code 4 lora adapters}, {@code 2 replicas min}. */
  private Optional<Written> others(List<String> words, int next, String many) {
    int adapters = at(words, next).equals("lora") ? next + 1 : next;
    if (at(words, adapters).startsWith("adapt") && isTaken("adapters")) {
      return Written.of(adapters + 1, "adapters=" + many);
    }
    boolean replicas = at(words, next).matches("r[eé]plicas?") && isTaken("min_replicas");
    int end = behind(words, next + 1, LEAST);
    return replicas ? Written.of(end, "min_replicas=" + many) : Optional.empty();
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
    boolean lora = at(words, 0).equals("lora") && !tuning; // tuning, it is what is asked for
    String word = at(words, lora ? 1 : 0);
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? at(words, lora ? 2 : 1) : word.substring(equals + 1);
    if ((tuning || lora) && word.matches("r[0-9]{1,3}")) {
      return Written.of(lora ? 2 : 1, "lora=" + word.substring(1));
    }
    boolean said =
        (tuning || lora || name.equals("rank")) && name.matches("r|rank|rang|lora_r|lora_rank");
    return said && isNumber(value)
        ? Written.of((lora ? 1 : 0) + (equals < 0 ? 2 : 1), "lora=" + value)
        : Optional.empty();
  }

  /** {@code team of 12}; {@code of 12 people} says it by itself. */
  private Optional<Written> team(List<String> words) {
    int number = behind(words, 1, Set.of("of", "de"));
    String many = number(at(words, number));
    boolean we = number == 1 && WE.contains(at(words, 0)) && BEHIND_US.contains(at(words, 2));
    boolean said = (we || TEAM.contains(at(words, 0)) && number > 1) && !many.isEmpty();
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
      boolean limit = // 5 users, max $400 a month
          text.toLowerCase(Locale.ROOT).startsWith("max")
              && at(words, from + length).matches("[$€£0-9<].*");
      if (AT_ONCE_BEHIND.contains(PhraseWords.lower(text)) && !limit) {
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

  /** Of a range the upper end counts: {@code 5-10 users}. */
  private static String number(String word) {
    if (word.matches("[0-9]{1,5}[-–][0-9]{1,5}")) {
      return word.replaceFirst(".*[-–]", "");
    }
    int number = NumberWords.of(word);
    return isNumber(word) ? word : number > 0 ? String.valueOf(number) : "";
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }
}
