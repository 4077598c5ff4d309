package dev.gpuadvisor.parameter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code not aws}, {@code all but aws}, {@code !aws}: everything else is meant. */
final class Negation {

  /** Before what is not meant. */
  static final String PREFIX = "not-";

  private static final Pattern SAID =
      Pattern.compile(
          "(?:!|(?:(?:all|any|anyone|anything|anywhere|everyone|tous|tout|partout)[ -])?"
              + "(?:not|no|but|except|without|excluding|outside|pas|sauf|sans|hors)[ -])\\s*(.+)",
          Pattern.CASE_INSENSITIVE);

  private Negation() {}

  /** What is not meant. */
  static Optional<String> in(String text) {
    Matcher said = SAID.matcher(text);
    return said.matches() ? Optional.of(said.group(1)) : Optional.empty();
  }
}
