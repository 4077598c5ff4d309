package dev.gpuadvisor.lexicon;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers that people write in words, in both languages: {@code two}, {@code trois cents}. */
public final class NumberWords {

  private static final Map<String, Integer> WORDS =
      words(
          """
          1 one single un une seul seule
          2 two dual twin couple deux
          3 three triple trois
          4 four quad quatre
          5 five cinq
          6 six
          7 seven sept
          8 eight octo huit
          9 nine neuf
          10 ten dix dizaine
          11 eleven onze
          12 twelve dozen douze douzaine
          13 thirteen treize
          14 fourteen quatorze
          15 fifteen quinze quinzaine
          16 sixteen seize
          20 twenty vingt vingtaine
          25 twenty-five vingt-cinq
          30 thirty trente trentaine
          40 forty quarante
          50 fifty cinquante cinquantaine
          60 sixty soixante
          70 seventy
          80 eighty quatre-vingts
          90 ninety
          100 hundred cent centaine
          1000 thousand mille millier
          1000000 million
          0 few several handful poignée hundreds thousands dozens tens millions plusieurs dizaines centaines milliers\
          """);

  private static final List<String> ARTICLES = List.of("a", "an", "un", "une");
  private static final int HUNDRED = 100;
  private static final int TEN = 10;
  private static final int TENS = 20;
  private static final int THOUSAND = 1000;

  /** Beside a model, {@code 2} would be its version. */
  private static final int LEAST = 2;

  private NumberWords() {}

  private static Map<String, Integer> words(String lines) {
    Map<String, Integer> words = new HashMap<>();
    for (String line : lines.split("\n")) {
      String[] parts = line.split(" ");
      for (int i = 1; i < parts.length; i++) {
        words.put(parts[i], Integer.valueOf(parts[0]));
      }
    }
    return Map.copyOf(words);
  }

  /** What a word means; 0 where it is no number, or one that nobody knows. */
  public static int of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int hyphen = lower.indexOf('-');
    int tens = hyphen < 0 ? 0 : WORDS.getOrDefault(lower.substring(0, hyphen), 0);
    int ones = hyphen < 0 ? 0 : WORDS.getOrDefault(lower.substring(hyphen + 1), 0);
    boolean both = tens >= TENS && tens < HUNDRED && ones > 0 && ones < TENS; // thirty-five
    return both ? tens + ones : WORDS.getOrDefault(lower, 0);
  }

  /** Whether it says how many, for certain or not: {@code thirteen}, {@code hundreds}. */
  public static boolean isOne(String word) {
    return of(word) > 0 || WORDS.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** Writes numbers from two on in digits: {@code two hundred users}, {@code a dozen users}. */
  public static void inDigits(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      if (at > 0 && words.get(at - 1).matches("[0-9][0-9.,]*k?")) {
        continue; // 2 million, 50 cent
      }
      boolean article = ARTICLES.contains(words.get(at).toLowerCase(Locale.ROOT));
      int from = article && at + 1 < words.size() && of(words.get(at + 1)) >= TEN ? at + 1 : at;
      if (from == at && of(words.get(at)) > THOUSAND) {
        continue; // per million
      }
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal part = BigDecimal.ZERO;
      int end = from;
      int last = 0;
      for (int next; end < words.size() && (next = of(words.get(end))) > 0; end++) {
        boolean other = last > 0 && Math.max(last, next) < HUNDRED && (last < TENS || next >= TENS);
        if (other) {
          break; // one single: twice the same
        }
        last = next;
        BigDecimal number = BigDecimal.valueOf(next);
        if (next >= HUNDRED) {
          part = part.max(BigDecimal.ONE).multiply(number);
        } else {
          part = part.add(number);
        }
        if (next > HUNDRED) {
          sum = sum.add(part);
          part = BigDecimal.ZERO;
        }
      }
      BigDecimal number = sum.add(part);
      if (end > from && number.intValue() >= LEAST) {
        boolean thing = end < words.size() && words.get(end).matches(".*[0-9].*");
        words.set(at, number.toPlainString() + (thing ? "x" : "")); // two 3090s
        words.subList(at + 1, end).clear();
      }
    }
  }
}
