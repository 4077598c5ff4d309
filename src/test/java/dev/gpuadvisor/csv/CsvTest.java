package dev.gpuadvisor.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells come back as they went in, and none of them is a formula. */
class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "one, two",
        "\"",
        "a\"b",
        "\"\"",
        "two\r\nlines",
        "line\n",
        ",",
        "é €"
      })
  void saysWhatItWasGiven(String text) {
    assertEquals(List.of("x", text), written(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=\"a\",1"})
  void turnsFormulasIntoText(String text) {
    assertEquals(List.of("x", "'" + text), written(text));
  }

  @Test
  void leavesNumbersAsTheyAre() {
    assertEquals(List.of("x", "-31.6"), written(new BigDecimal("-31.60")));
    assertEquals(List.of("x", "1000"), written(new BigDecimal("1E+3")));
    assertEquals(List.of("x", "0"), written(new BigDecimal("0.00")));
    assertEquals(List.of("x", "-4"), written(Optional.of(-4)));
    assertEquals(List.of("x", ""), written(Optional.empty()));
  }

  private static List<String> written(Object cell) {
    Csv csv = new Csv(List.of("a", "b"));
    csv.row("x", cell);
    return List.copyOf(Rows.of(new String(csv.bytes(), UTF_8)).get(0).values());
  }
}
