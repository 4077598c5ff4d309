package dev.gpuadvisor.advice;

import dev.gpuadvisor.text.Message;

/**
 * Something that the caller should know besides.
 *
 * @param code for programs
 */
public record Note(NoteCode code, Message text) {

  static Note of(NoteCode code, Message text) {
    return new Note(code, text);
  }

  /** Whether it says that prices are old enough to have changed. */
  public boolean isAboutAge() {
    return code == NoteCode.PRICE_AGE;
  }

  /** Whether it says where the pick is rented. */
  public boolean isAboutRegion() {
    return code == NoteCode.REGION;
  }

  /** Whether every offer that it names is this one. */
  public boolean isAboutNoOtherThan(String offer) {
    return text.values().stream()
        .filter(value -> value.name().equals("offer"))
        .allMatch(value -> value.content().equals(offer));
  }

  /** Whether it says why nothing is recommended. */
  public boolean saysWhyNothing() {
    return code.isObstacle();
  }
}
