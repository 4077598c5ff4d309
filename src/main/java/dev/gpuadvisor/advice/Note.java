package dev.gpuadvisor.advice;

import dev.gpuadvisor.text.Message;
import java.util.Set;

/**
 * Something that the caller should know besides.
 *
 * @param code for programs, {@code price_age}
 */
public record Note(String code, Message text) {

  private static final Set<String> OUTCOMES =
      Set.of("nothing_allowed", "nothing_fits", "fits_tightly", "target_missed");

  static Note of(String code, Message text) {
    return new Note(code, text);
  }

  /** Whether it says that prices are old enough to have changed. */
  public boolean isAboutAge() {
    return code.equals("price_age");
  }

  /** Whether it says where the pick is rented. */
  public boolean isAboutRegion() {
    return code.equals("region");
  }

  /** Whether every offer that it names is this one. */
  public boolean isAboutNoOtherThan(String offer) {
    return text.values().stream()
        .filter(value -> value.name().equals("offer"))
        .allMatch(value -> value.content().equals(offer));
  }

  /** Whether it says why nothing is recommended. */
  public boolean saysWhyNothing() {
    return OUTCOMES.contains(code);
  }
}
