package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import java.util.Optional;
import java.util.function.Function;

/**
 * What counts where a parameter is not given. The text is read when it is another than last time:
 * that of most parameters never changes, and every answer asks for a dozen of them.
 */
final class DefaultValue<T> {

  private record Read<T>(Catalog in, String text, T value) {}

  private final Function<Vocabulary, Optional<String>> text;
  private volatile Read<T> last;

  DefaultValue(Function<Vocabulary, Optional<String>> text) {
    this.text = text;
  }

  Optional<String> text(Vocabulary in) {
    return text.apply(in);
  }

  /**
   * @throws java.util.NoSuchElementException where there is none
   */
  T value(ValueType<T> type, Vocabulary in) {
    String now = text(in).orElseThrow();
    Read<T> read = last;
    if (read == null || read.in() != in.catalog() || !read.text().equals(now)) {
      T value = ((ValueType.Parsed.Value<T>) type.parse(now, in)).value();
      read = new Read<>(in.catalog(), now, value);
      last = read;
    }
    return read.value();
  }
}
