package dev.gpuadvisor.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  private static String written(BigDecimal number) {
    return new String(Json.bytes(json -> Decimals.write(json, number)), UTF_8).strip();
  }

  @ParameterizedTest
  @CsvSource({
    "0.00019,0.00019",
    "0.684,0.684",
    "499.32000,499.32",
    "1.0,1",
    "0.000,0",
    "-0.184,-0.184",
    "-5.00,-5",
    "1E+3,1000",
    "1E-9,0.000000001",
    "123456789012345678,123456789012345678",
    "123456789012345678901234567890.5,123456789012345678901234567890.5"
  })
  void plainAndWithoutZerosThatSayNothing(BigDecimal number, String text) {
    assertEquals(text, written(number));
  }

  @Test
  void asTheDecimalItselfWritesIt() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal number =
          new BigDecimal(new BigInteger(random.nextInt(70), random), random.nextInt(24) - 2);
      BigDecimal signed = random.nextBoolean() ? number : number.negate();
      String expected = signed.signum() == 0 ? "0" : signed.stripTrailingZeros().toPlainString();
      assertEquals(expected, written(signed));
    }
  }
}
