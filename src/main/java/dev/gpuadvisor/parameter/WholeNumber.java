package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;

/** A whole number from least to most, in digits. */
record WholeNumber(int least, int most) implements ValueType<Integer> {

  /** No int has more digits; what is longer need not be read to be refused. */
  private static final int MOST_DIGITS = 10;

  @Override
  public Parsed<Integer> parse(String text) {
    if (isDigits(text)) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return Parsed.value((int) number);
      }
    }
    return Parsed.refused(Msg.Fault.wholeNumber(least, most));
  }

  @Override
  public Shape shape() {
    return new Shape.Whole(least, most);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
