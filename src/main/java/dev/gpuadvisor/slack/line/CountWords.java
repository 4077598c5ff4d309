package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.PhraseWords.at;
import static dev.gpuadvisor.slack.line.PhraseWords.behind;

import dev.gpuadvisor.lexicon.NumberWords;
import java.math.BigDecimal;
import java.util.List;
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

  private static final Phrases AT_ONCE_BEHIND =
      Phrases.like(
          "at once, at (the same|a) time, en simultané(s)?, concurrently, simultaneously, in parallel, en même temps,"
              + " simultanément, à la fois, en parallèle, max(imum)?,"
              + " online( at (once|peak|the same time))?, at peak( time| times| hours)?, connected( at once)?,"
              + " en ligne, en pointe, connectés");

  static final Set<String> STREAMS =
      Sayings.words(
          "req reqs request requests requêtes requête stream streams sequences séquences chats"
              + " conversations connections connexions calls appels queries agents generations");

  /** Of sequences that run side by side, whatever is said of them. */
  private static final Set<String> SLOTS =
      Set.of("seqs", "sequences", "slots", "streams", "threads");

  private static final Set<String> WE = Sayings.words("est are we're sommes sera serons");
  private static final Set<String> BEHIND_US =
      Set.of("", "of", "in", "dans", "at", "au", "à", "chez", "en", "on", "and", "et");
  private static final Set<String> TEAM = Set.of("team", "équipe", "group", "groupe");

  private static final Pattern OF_A_MACHINE = Pattern.compile("([0-9]{1,2})x?(.*)");

  Optional<Written> written(List<String> words) {
    return asked(words).or(() -> counted(words)).or(() -> team(words));
  }

  private static final Phrases ASKED =
      Phrases.like(
          "(how )?many, combien( de| d')?, (the )?(max|maximum)?( number of), (the )?max(imum)?,"
              + " nombre (max|maximal|maximum)?( de| d')");

  /** {@code how many parallel requests}, {@code the max number of users}: the answer says it. */
  private static Optional<Written> asked(List<String> words) {
    int first = ASKED.length(words, 0);
    int noun = behind(words, first, Sayings.AT_ONCE);
    String word = at(words, noun).replaceFirst("^d'", "");
    boolean named = Sayings.USERS.contains(word) || STREAMS.contains(word);
    return first > 0 && (named || noun > first)
        ? Written.of(behind(words, named ? noun + 1 : noun, Sayings.AT_ONCE))
        : Optional.empty();
  }

  /** Behind a number: who asks, at the same time or not, or so many of something else. */
  private Optional<Written> counted(List<String> words) {
    int number = at(words, 0).matches("an?|une?") && !number(at(words, 1)).isEmpty() ? 1 : 0;
    number += at(words, number).matches("between|entre|max|maximum") ? 1 : 0;
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
        .or(() -> tuning ? Optional.empty() : gpus(words, next, many));
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
    boolean anybody = // 12 chatters at once
        at(words, noun).matches("[a-zà-ÿ]{3,}")
            && !Sayings.GPUS.contains(at(words, noun))
            && !settings.models().knows(at(words, noun));
    int behind = anybody ? lengthOfAtOnce(words, noun + 1) : 0;
    if (behind > 0 && !at(words, noun + 1).startsWith("max")) {
      return Written.of(noun + 1 + behind, "users=" + many);
    }
    boolean alone =
        atOnce && !at(words, next).equals("active") && !Sayings.GPUS.contains(at(words, noun));
    return alone ? Written.of(noun, "users=" + many) : Optional.empty();
  }

  /** {@code 2 gpus max}; of one nobody says that there may be no more. */
  private Optional<Written> gpus(List<String> words, int next, String many) {
    boolean article = at(words, 0).matches("une?");
    if (article || !Sayings.GPUS.contains(at(words, next)) || settings.named("gpus").isEmpty()) {
      return Optional.empty();
    }
    boolean most = at(words, next + 1).matches("max|maximum|tops");
    return Written.of(next + (most ? 2 : 1), "gpus=" + many);
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

  private static int lengthOfAtOnce(List<String> words, int from) {
    int length = AT_ONCE_BEHIND.length(words, from);
    boolean limit = // 5 users, max $400 a month
        at(words, from).startsWith("max") && at(words, from + length).matches("[$€£0-9<].*");
    return limit ? 0 : length;
  }

  /** Of a range the upper end counts: {@code 5-10 users}. */
  private static String number(String word) {
    if (word.matches("[0-9]{1,5}[-–][0-9]{1,5}")) {
      return word.replaceFirst(".*[-–]", "");
    }
    if (word.matches("[0-9]{1,3}(?:[.][0-9])?k")) { // 16k users
      BigDecimal thousands = new BigDecimal(word.substring(0, word.length() - 1));
      return thousands.movePointRight(3).toBigInteger().toString();
    }
    int number = NumberWords.of(word);
    return isNumber(word) ? word : number > 0 ? String.valueOf(number) : "";
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }
}
