package dev.gpuadvisor.parameter;

import static dev.gpuadvisor.parameter.Vocabularies.decimal;
import static dev.gpuadvisor.parameter.Vocabularies.in;
import static dev.gpuadvisor.parameter.Vocabularies.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers by the ten thousand, as nobody thought of them. */
class RandomNumbersTest {

  /** Any number is read back as it was written, whatever the separators. */
  @Test
  void numbersComeBack() {
    Random random = new Random(730);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal number = BigDecimal.valueOf(random.nextInt(2_000_000_000), random.nextInt(3));
      String plain = number.toPlainString();
      String english = String.format(java.util.Locale.ROOT, "%,." + number.scale() + "f", number);
      String french = english.replace(',', ' ').replace('.', ',');
      NumberType<BigDecimal> type = decimal(Dimension.USD_PER_MONTH);

      assertEquals(number, value(type.parse(plain, in(Language.EN))));
      assertEquals(number, value(type.parse(english, in(Language.EN))), english);
      assertEquals(number, value(type.parse(french + " $", in(Language.FR))), french);
    }
  }

  /** Whatever comes, there is an answer. */
  @Test
  void anyTextIsReadOrRefused() {
    String letters = "0123456789.,' _$€kmeE+-/h%\u202f\u00a0é";
    Random random = new Random(1);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (Language language : Language.values()) {
        read += isReadBackAsItIsMeant(text.toString(), in(language)) ? 1 : 0;
      }
    }
    assertTrue(read > 1_000, read + " of them are numbers");
  }

  /** What is said to be meant is inside the limits, and is itself read as the same number. */
  private static boolean isReadBackAsItIsMeant(String text, Vocabulary in) {
    NumberType<BigDecimal> type = decimal(Dimension.USD_PER_HOUR_PAID);
    if (!(type.parse(text, in) instanceof Parsed.Value<BigDecimal> read)) {
      return false;
    }
    assertTrue(read.value().compareTo(type.least()) >= 0, text);
    assertTrue(read.value().compareTo(type.most()) <= 0, text);
    String meant = read.meant().isEmpty() ? text : read.meant();
    assertEquals(read.value(), value(type.parse(meant, in)), text);
    return true;
  }
}
