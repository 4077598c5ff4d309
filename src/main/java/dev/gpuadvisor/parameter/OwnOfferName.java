package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;

/** What somebody calls an offer of his own: it is repeated wherever the offer is named. */
record OwnOfferName() implements ValueType<String> {

  private static final int LONGEST = 40;
  private static final String BESIDES = " -_./+()";

  @Override
  public Parsed<String> parse(String text, Vocabulary in) {
    boolean good =
        !text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || BESIDES.indexOf(c) >= 0);
    return good ? Parsed.value(text) : Parsed.refused(Msg.Fault.ownName(LONGEST));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(LONGEST);
  }

  @Override
  public String example() {
    return "cellar";
  }
}
