package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.QuantizationName;
import dev.gpuadvisor.parameter.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word that says how weights are stored: a name of the catalogue, or one that people use for a
 * family ({@code int4}, {@code 8-bits}). Never a guess: a word that merely looks like one is none.
 */
final class FormatWord {

  private static final ValueType<QuantizationName> TYPE = Parameters.QUANTIZATIONS.type();
  private static final Pattern FAMILY =
      Pattern.compile("(?:(?:int|w|q)([0-9]{1,2})|([0-9]{1,2})-?bits?)");

  private FormatWord() {}

  /** The name as the API knows it. */
  static Optional<String> read(String word) {
    if (isKnown(word)) {
      return Optional.of(word);
    }
    Matcher family = FAMILY.matcher(word.toLowerCase(Locale.ROOT));
    if (!family.matches()) {
      return Optional.empty();
    }
    String bits = family.group(1) == null ? family.group(2) : family.group(1);
    return Optional.of(bits + "bit").filter(FormatWord::isKnown);
  }

  static List<String> names() {
    return ((ValueType.Shape.EnumType) TYPE.shape()).values();
  }

  private static boolean isKnown(String word) {
    return TYPE.parse(word) instanceof ValueType.Parsed.Value;
  }
}
