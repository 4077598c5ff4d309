package dev.gpuadvisor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

  private static String write(Language language, Message.Kind kind, Object content) {
    StringBuilder text = new StringBuilder();
    Notation.of(language).write(new Message.Value("x", kind, content), text);
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.684      | $0.684      | 0,684\u00a0$
          8.64       | $8.64       | 8,64\u00a0$
          1.0        | $1.00       | 1,00\u00a0$
          6307.20    | $6,307.20   | 6\u202f307,20\u00a0$
          0.334757   | $0.334757   | 0,334757\u00a0$
          0.101746575342 | $0.101747 | 0,101747\u00a0$
          74.27499975 | $74.275 | 74,275\u00a0$
          0.000190123456 | $0.00019012 | 0,00019012\u00a0$
          0.0999999999 | $0.10 | 0,10\u00a0$
          1000000    | $1,000,000.00 | 1\u202f000\u202f000,00\u00a0$
          """)
  void dollarsKeepTheDecimalsThatCount(BigDecimal usd, String english, String french) {
    assertEquals(english, write(Language.EN, Message.Kind.USD, usd));
    assertEquals(french, write(Language.FR, Message.Kind.USD, usd));
  }

  @ParameterizedTest
  @CsvSource({"63.15,63.2%", "-15.84,-15.8%", "0,0.0%", "178.94,178.9%"})
  void percentagesHaveOneDecimal(BigDecimal percent, String english) {
    assertEquals(english, write(Language.EN, Message.Kind.PERCENT, percent));
  }

  @Test
  void bytesAreWrittenInGibAndNotInGb() {
    long bytes = 18L << 30;
    assertEquals("18.0\u00a0GiB", write(Language.EN, Message.Kind.GIB, bytes));
    assertEquals("18,0\u00a0Gio", write(Language.FR, Message.Kind.GIB, bytes));
  }

  @Test
  void countsHaveGroups() {
    assertEquals("16,777,216", write(Language.EN, Message.Kind.COUNT, 16_777_216L));
    assertEquals("999", write(Language.EN, Message.Kind.COUNT, 999L));
    assertEquals("32\u202f768", write(Language.FR, Message.Kind.COUNT, 32_768L));
  }

  @Test
  void whatFrenchSetsOffStaysOnItsLine() {
    String text = "Prix : « bas » ; vrai ? Oui !";
    assertEquals(text, Notation.of(Language.EN).punctuate(text));
    assertEquals(
        "Prix\u00a0: «\u00a0bas\u00a0»\u00a0; vrai\u00a0? Oui\u00a0!",
        Notation.of(Language.FR).punctuate(text));
  }

  @Test
  void namesInARow() {
    assertEquals("a", write(Language.EN, Message.Kind.WORDS, List.of("a")));
    assertEquals("a and b", write(Language.EN, Message.Kind.WORDS, List.of("a", "b")));
    assertEquals("a, b et c", write(Language.FR, Message.Kind.WORDS, List.of("a", "b", "c")));
  }

  @Test
  void daysHaveTheNameOfTheirMonth() {
    LocalDate first = LocalDate.of(2025, 8, 1);
    LocalDate last = LocalDate.of(2025, 12, 31);

    assertEquals("1\u00a0August 2025", write(Language.EN, Message.Kind.DATE, first));
    assertEquals("1er\u00a0août 2025", write(Language.FR, Message.Kind.DATE, first));
    assertEquals("31\u00a0décembre 2025", write(Language.FR, Message.Kind.DATE, last));
  }
}
