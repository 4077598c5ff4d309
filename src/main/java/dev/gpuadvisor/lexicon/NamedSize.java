package dev.gpuadvisor.lexicon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the name of a model that nobody knows says of its size: {@code Falcon-H1-34B} has 34 billion
 * parameters, {@code Qwen9-35B-A3B} 35 of which a token uses 3.
 *
 * @param active what a token uses of them; the same as all but for a mixture of experts
 * @param format the catalogue's name of what it is stored in
 * @param runtime the one that such weights are made for
 */
public record NamedSize(
    long parameters, long active, Optional<String> format, Optional<String> runtime) {

  /** What is no model by itself, or has weights that its size does not tell. */
  private static final List<String> NONE = List.of("lora", "adapter", "qlora", "dora", "control");

  /** Empty where the words say none, or several. */
  static Optional<NamedSize> of(
      List<String> words, Optional<String> format, Optional<String> runtime) {
    List<Long> sizes = words.stream().flatMap(NamedSize::size).distinct().toList();
    List<Long> active = words.stream().flatMap(NamedSize::active).distinct().toList();
    boolean other = words.stream().anyMatch(word -> NONE.contains(word) || isExperts(word));
    if (sizes.size() != 1 || active.size() > 1 || other) {
      return Optional.empty();
    }
    long all = sizes.get(0);
    long used = active.isEmpty() ? all : active.get(0);
    return used > all ? Optional.empty() : Optional.of(new NamedSize(all, used, format, runtime));
  }

  public boolean isMixture() {
    return active < parameters;
  }

  /** {@code 1m} may be tokens of context: in millions only from a hundred on. */
  private static Stream<Long> size(String word) {
    if (!ModelWords.isSize(word) || word.indexOf('x') >= 0) {
      return Stream.empty();
    }
    long unit =
        switch (word.charAt(word.length() - 1)) {
          case 't' -> 1_000_000_000_000L;
          case 'b' -> 1_000_000_000L;
          default -> 1_000_000L;
        };
    double number = Double.parseDouble(word.substring(0, word.length() - 1));
    return unit == 1_000_000L && number < 100
        ? Stream.empty()
        : Stream.of(Math.round(number * unit));
  }

  private static Stream<Long> active(String word) {
    return word.matches("a[0-9]{1,3}(\\.[0-9]{1,2})?b") ? size(word.substring(1)) : Stream.empty();
  }

  /** {@code 8x7b}, {@code 16e}: sizes that do not add up to the model's. */
  private static boolean isExperts(String word) {
    return word.matches("[0-9]+x[0-9.]*[bm]?|[0-9]+e|e[0-9]+b");
  }
}
