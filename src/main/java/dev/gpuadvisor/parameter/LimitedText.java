package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;

/**
 * Texts of a limited length: longer ones are refused before anything looks at them, since what
 * looks for near misses takes its time.
 */
interface LimitedText<T> extends ValueType<T> {

  /** No name of anything is longer. */
  int LONGEST_NAME = 200;

  /** In UTF-16 units. */
  default int longest() {
    return LONGEST_NAME;
  }

  /** The same as {@link #parse} of a text that is not too long. */
  Parsed<T> read(String text, Vocabulary in);

  @Override
  default Parsed<T> parse(String text, Vocabulary in) {
    return text.codePointCount(0, text.length()) > longest()
        ? Parsed.refused(Msg.Fault.tooLong(longest()))
        : read(text, in);
  }

  @Override
  default Shape shape(Vocabulary in) {
    return new Shape.Text(longest());
  }
}
