package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.TypicalShape;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** A number of parameters as people write it: {@code 14.8b}, {@code 500M}, or all digits. */
record ModelSizeType() implements ValueType<Long> {

  private static final int LONGEST = 20;

  private static final Map<String, Long> UNITS =
      Map.of("m", 1_000_000L, "b", 1_000_000_000L, "t", 1_000_000_000_000L);

  private static final DecimalNumber DECIMAL =
      DecimalNumber.between("0", Long.toString(TypicalShape.MOST_PARAMETERS));

  @Override
  public Parsed<Long> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String unit = lower.isEmpty() ? "" : lower.substring(lower.length() - 1);
    boolean hasUnit = UNITS.containsKey(unit);
    String digits = hasUnit ? lower.substring(0, lower.length() - 1) : lower;
    if (DECIMAL.parse(digits) instanceof Parsed.Value<BigDecimal> decimal) {
      BigDecimal number =
          decimal.value().multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L)));
      if (isInside(number)) {
        return Parsed.value(number.longValue());
      }
    }
    return Parsed.refused(Msg.Fault.parameters());
  }

  @Override
  public Shape shape() {
    return new Shape.Text(LONGEST);
  }

  private static boolean isInside(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(TypicalShape.LEAST_PARAMETERS)) >= 0
        && number.compareTo(BigDecimal.valueOf(TypicalShape.MOST_PARAMETERS)) <= 0;
  }
}
