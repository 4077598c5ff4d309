package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/**
 * A decimal number from least to most, in plain digits. An exponent is refused: {@code 1e999999999}
 * is ten letters to send and a gigabyte to add.
 */
record DecimalNumber(BigDecimal least, BigDecimal most) implements ValueType<BigDecimal> {

  private static final int LONGEST = 24;

  static DecimalNumber between(String least, String most) {
    return new DecimalNumber(new BigDecimal(least), new BigDecimal(most));
  }

  @Override
  public Parsed<BigDecimal> parse(String text) {
    if (isPlain(text)) {
      BigDecimal number = new BigDecimal(text);
      if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
        return Parsed.value(number);
      }
    }
    return Parsed.refused(Msg.Fault.decimalNumber(least.toPlainString(), most.toPlainString()));
  }

  @Override
  public Shape shape() {
    return new Shape.Decimal(least.toPlainString(), most.toPlainString());
  }

  private static boolean isPlain(String text) {
    int point = text.indexOf('.');
    String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
    boolean framed = point != 0 && point != text.length() - 1;
    return framed
        && !digits.isEmpty()
        && text.length() <= LONGEST
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
