package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;

/** Anything that is not too long. */
record FreeText(int longest) implements ValueType<String> {

  @Override
  public Parsed<String> parse(String text) {
    return text.length() <= longest
        ? Parsed.value(text)
        : Parsed.refused(Msg.Fault.tooLong(longest));
  }

  @Override
  public Shape shape() {
    return new Shape.Text(longest);
  }
}
