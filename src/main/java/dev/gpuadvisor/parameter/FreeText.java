package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;

/**
 * Anything that is not too long.
 *
 * @param longest in UTF-16 units
 */
record FreeText(int longest, String example) implements ValueType<String> {

  @Override
  public Parsed<String> parse(String text, Vocabulary in) {
    return text.length() <= longest
        ? Parsed.value(text)
        : Parsed.refused(Msg.Fault.tooLong(longest));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(longest);
  }

  @Override
  public boolean takesAnything() {
    return true;
  }
}
