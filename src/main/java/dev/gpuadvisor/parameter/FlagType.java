package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Yes or no: JSON's {@code true} and {@code false}, and how people say them. */
record FlagType() implements ValueType<Boolean> {

  private static final Map<String, Boolean> MEANINGS =
      Map.of(
          "yes", true, "y", true, "on", true, "1", true, "oui", true, "no", false, "n", false,
          "off", false, "0", false, "non", false);

  @Override
  public Parsed<Boolean> parse(String text, Vocabulary in) {
    String name = text.toLowerCase(Locale.ROOT);
    if (isWritten(name)) {
      return Parsed.value(name.equals("true"));
    }
    Boolean meant = MEANINGS.get(name);
    return meant == null
        ? new Parsed.Refused<>(Msg.Fault.choice(), List.of("true", "false"), List.of())
        : Parsed.value(meant, meant.toString());
  }

  private static boolean isWritten(String name) {
    return name.equals("true") || name.equals("false");
  }

  /** Whether a text says yes. */
  static boolean isYes(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    return isWritten(name) ? name.equals("true") : MEANINGS.getOrDefault(name, false);
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Flag();
  }

  @Override
  public String example() {
    return "true";
  }
}
