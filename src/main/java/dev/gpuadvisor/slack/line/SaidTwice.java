package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.lexicon.Uncovered;
import java.util.List;
import java.util.Set;

/** Settings of which a line names several, with what stands between them. */
final class SaidTwice {

  private static final Set<String> BETWEEN = Sayings.words("vs versus or contre ou and et");

  private SaidTwice() {}

  private static boolean isClosed(String word, Lexicon lexicon) {
    return lexicon.uncoveredModel(word).filter(Uncovered.CLOSED_MODEL::equals).isPresent();
  }

  /**
   * {@code runpod vs lambda}, {@code spot vs on demand}: offers of both; in a country and by the
   * rules of its union.
   */
  static void rewrite(List<String> words, boolean rules, Lexicon lexicon) {
    for (int at = words.size() - 2; at > 0; at--) {
      String name = words.get(at + 1).replaceFirst("=.*", "=");
      if (BETWEEN.contains(PhraseWords.lower(words.get(at)))
          && name.matches("(?:provider|market)=")
          && words.subList(0, at).stream().anyMatch(word -> word.startsWith(name))) {
        words.remove(at);
      }
    }
    if (words.stream().anyMatch(word -> word.startsWith("api_usd_per_million"))) {
      words.removeIf(word -> word.indexOf('=') < 0 && isClosed(word, lexicon)); // whose price it is
    }
    if (words.stream().anyMatch(word -> word.startsWith("concurrency="))) {
      words.removeIf(word -> word.startsWith("users=")); // of whom so many ask at once
    }
    boolean stored = words.stream().anyMatch(word -> word.matches("(?i)(?:ud-)?i?q[0-9].*"));
    if (stored && words.removeIf(word -> word.equalsIgnoreCase("gguf"))) { // q4_0 gguf
      boolean runtime = words.stream().anyMatch(word -> word.startsWith("runtime="));
      words.addAll(runtime ? List.of() : List.of("runtime=llama.cpp"));
    }
    if (words.stream().filter(word -> word.startsWith("hours=")).distinct().count() > 1) {
      words.remove("hours=40h/week"); // which of them is said besides
    }
    if (words.stream().filter(word -> word.startsWith("market=")).distinct().count() > 1) {
      words.removeIf(word -> word.startsWith("market="));
      words.add("market=any");
    }
    if (rules && words.stream().filter(word -> word.startsWith("region=")).distinct().count() > 1) {
      words.removeIf(word -> word.matches("(?i)region=(?:gdpr|rgpd)"));
      if (words.stream().filter(word -> word.startsWith("region=")).distinct().count() > 1) {
        words.removeIf(word -> word.equals("region=eu"));
      }
    }
  }
}
