package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Parameter;
import java.util.List;

/**
 * One control of the form with what it shows.
 *
 * @param name of the parameter that it sends
 * @param options to choose from; where {@code kind} is {@code TEXT}, what it completes to
 * @param faults what is wrong with it
 */
record Field(
    String name,
    Kind kind,
    String label,
    String hint,
    String value,
    List<Option> options,
    List<String> faults) {

  enum Kind {
    TEXT(""),
    /** A whole number: phones show digits. */
    WHOLE("numeric"),
    DECIMAL("decimal"),
    SELECT(""),
    /** Boxes to tick. */
    BOXES("");

    private final String inputMode;

    Kind(String inputMode) {
      this.inputMode = inputMode;
    }
  }

  /** Where links and labels point to. */
  String id() {
    return "f-" + name;
  }

  boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** Null where browsers are not told. */
  String inputMode() {
    return kind.inputMode.isEmpty() ? null : kind.inputMode;
  }

  /** Null where there is nothing to complete to. */
  String list() {
    return options.isEmpty() ? null : id() + "-list";
  }

  /** Null where nothing is wrong: the attribute is left out. */
  String invalid() {
    return isFaulty() ? "true" : null;
  }

  String describedBy() {
    return isFaulty() ? id() + "-hint " + id() + "-fault" : id() + "-hint";
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(Parameter<?> parameter) {
    return name.equals(parameter.name());
  }

  boolean isGiven() {
    return isFaulty() || !value.isEmpty();
  }
}
