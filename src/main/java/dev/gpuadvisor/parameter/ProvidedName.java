package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.PriceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A name with whose it is before it or behind: {@code AWS g5.2xlarge}, {@code L40S at Lambda Labs},
 * {@code RTX 4090 (RunPod)}.
 *
 * @param lists the provider's
 * @param rest the name without it
 */
record ProvidedName(List<PriceList> lists, String rest) {

  private static final Set<String> BETWEEN = Set.of("on", "at", "from", "via", "chez", "sur", "by");
  private static final int LONGEST_PROVIDER = 2;

  /** The ways in which it may be one. */
  static Stream<ProvidedName> of(String text, Vocabulary in) {
    List<String> words = List.of(text.replaceAll("[(),:]", " ").strip().split("\\s+"));
    List<ProvidedName> ways = new ArrayList<>();
    for (int length = Math.min(LONGEST_PROVIDER, words.size() - 1); length > 0; length--) {
      add(words, 0, length, in).ifPresent(ways::add);
      add(words, words.size() - length, length, in).ifPresent(ways::add);
    }
    return ways.stream();
  }

  private static Optional<ProvidedName> add(
      List<String> words, int from, int length, Vocabulary in) {
    String provider = String.join(" ", words.subList(from, from + length));
    List<String> rest = new ArrayList<>(words);
    rest.subList(from, from + length).clear();
    if (from > 0 && BETWEEN.contains(rest.get(rest.size() - 1).toLowerCase(Locale.ROOT))) {
      rest.remove(rest.size() - 1);
    }
    return in.lexicon()
        .provider(provider)
        .meaning()
        .filter(lists -> !rest.isEmpty())
        .map(lists -> new ProvidedName(lists, String.join(" ", rest)));
  }
}
