package dev.gpuadvisor.sizing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a log, and the numbers in them. */
class LogTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x=12.5GiB | 12.5",
        "x=1,024.5 | 1024.5",
        "x=1,2 | 12",
        "x= ('12) | 12",
        "x=-3 | -3",
        "x=3-4 | 3",
        "x=7. | 7",
        "x=7.. | 7",
        "x=9, next | 9",
        "x=9,:1 | 9",
        "x=9,/1 | 9",
        "x=abc | none",
        "x= | none",
        "y=1 | none",
        "x=1.2.3 | none",
      })
  void aNumber(String line, String number) {
    OptionalDouble read = LogText.number(line, "x=");

    assertEquals(number, read.isPresent() ? shown(read.getAsDouble()) : "none");
  }

  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** A paste that ends in the middle of a number is not trusted to its end. */
  @Test
  void theLastLineMayBeCutOff() {
    assertEquals(List.of("a 1", "b 2"), LogText.of("a 1\nb 2\n").lines());
    assertEquals(List.of("a 1"), LogText.of("a 1\nb 2").lines());
    assertEquals(List.of("a 1"), LogText.of("a 1\nb 2.").lines());
    assertEquals(List.of("a 1"), LogText.of("a 1\nb 2,").lines());
    assertEquals(List.of("a 1", "b 2 GiB"), LogText.of("a 1\nb 2 GiB").lines());
    assertEquals(List.of("a "), LogText.of("a 1").lines());
    assertEquals(List.of("a 1 GiB"), LogText.of("a 1 GiB").lines());
    assertEquals(List.of(), LogText.of("").lines());
    assertEquals(List.of(" "), LogText.of(" ").lines());
  }
}
