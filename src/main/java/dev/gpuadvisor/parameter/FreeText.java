package dev.gpuadvisor.parameter;

/**
 * Anything that is not too long.
 *
 * @param longest in UTF-16 units
 */
record FreeText(int longest, String example) implements LimitedText<String> {

  @Override
  public Parsed<String> read(String text, Vocabulary in) {
    return Parsed.value(text);
  }

  @Override
  public boolean takesAnything() {
    return true;
  }
}
