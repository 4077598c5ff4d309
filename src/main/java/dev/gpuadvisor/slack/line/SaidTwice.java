package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.lexicon.Uncovered;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of which a line names several, with what stands between them. */
final class SaidTwice {

  private static final Set<String> BETWEEN = Sayings.words("vs versus or contre ou and et");

  /** What closed models are called for short. */
  private static final Set<String> CLOSED = Sayings.words("gpt claude gemini grok");

  private SaidTwice() {}

  /** {@code a b200 on coreweave per hour vs lambda}: of another card nothing is said. */
  private static boolean isOfBoth(List<String> words, int at, Settings settings) {
    String next = words.get(at + 1);
    String name = next.substring(0, next.indexOf('=') + 1);
    boolean both =
        name.matches("(?:provider|market)=")
            && words.subList(0, at).stream().anyMatch(word -> word.startsWith(name));
    if (!both) {
      return false;
    }
    HardwareWords cards = new HardwareWords(settings);
    Optional<String> card = cards.takeAny(new ArrayList<>(words.subList(at + 1, words.size())));
    Optional<String> first = cards.takeAny(new ArrayList<>(words.subList(0, at)));
    return card.isEmpty() || first.isEmpty() || card.equals(first);
  }

  /** What an answer has one of, whatever operation it is of: of two values it is asked which. */
  private static final List<Parameter<?>> ONE =
      List.of(
          Parameters.QUANTIZATION, Parameters.RUNTIME, Parameters.CONTEXT, TuningParameters.TASK);

  /** {@code provider=aws provider=gcp}, {@code q4 q8}: values of the same. */
  private static boolean areAlike(String one, String other, Settings settings) {
    int end = one.indexOf('=');
    if (end > 0) {
      return other.startsWith(one.substring(0, end + 1));
    }
    Optional<Parameter<?>> bare = settings.ofBareWord(one);
    return bare.isPresent() && bare.equals(settings.ofBareWord(other))
        || settings.named(TuningParameters.TASK.name()).stream()
            .anyMatch(task -> settings.reads(task, one) && settings.reads(task, other));
  }

  /** {@code q4 vs q8} on a card: each is an answer of its own. */
  static List<Doubt> doubts(Settings settings, Arguments arguments) {
    return ONE.stream()
        .filter(one -> settings.named(one.name()).stream().noneMatch(Parameter::repeatable))
        .filter(one -> arguments.get(one.name()).stream().distinct().count() > 1)
        .map(one -> two(one, arguments.get(one.name()).stream().distinct().toList()))
        .toList();
  }

  private static Doubt two(Parameter<?> one, List<String> values) {
    String sign = one.isBareWord() ? "" : one.shownInSlack() + "=";
    return Doubt.about(
        String.join(", ", values),
        Msg.Slack::doubtTwoValues,
        values.stream().map(value -> sign + value).toList());
  }

  private static boolean isClosed(String word, Lexicon lexicon) {
    return CLOSED.contains(PhraseWords.lower(word))
        || lexicon.uncoveredModel(word).filter(Uncovered.CLOSED_MODEL::equals).isPresent();
  }

  /**
   * {@code runpod vs lambda}, {@code spot vs on demand}: offers of both; in a country and by the
   * rules of its union.
   */
  static void rewrite(List<String> words, boolean rules, Settings settings) {
    Lexicon lexicon = settings.vocabulary().lexicon();
    for (int at = words.size() - 2; at > 0; at--) {
      if (BETWEEN.contains(PhraseWords.lower(words.get(at)))
          && (areAlike(words.get(at - 1), words.get(at + 1), settings)
              || isOfBoth(words, at, settings))) {
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
