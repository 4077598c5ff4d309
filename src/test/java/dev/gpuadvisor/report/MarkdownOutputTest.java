package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No value is ever markup, and none is escaped that could not be. */
class MarkdownOutputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '@',
      textBlock =
          """
          a|b                 ! a\\|b
          *a* **b**           ! \\*a\\* \\*\\*b\\*\\*
          _a_ __b__           ! \\_a\\_ \\_\\_b\\_\\_
          AMPERE_24 a_b_c     ! AMPERE_24 a_b_c
          `a`                 ! \\`a\\`
          <b>                 ! \\<b\\>
          [a](b)              ! \\[a\\](b)
          a\\b                ! a\\\\b
          ~~a~~               ! \\~\\~a\\~\\~
          &amp; &#42;         ! \\&amp; \\&#42;
          a & b               ! a & b
          @# a@               ! @\\# a@
          @## a@              ! @\\## a@
          a # b               ! a # b
          - a                 ! \\- a
          -1                  ! -1
          + a                 ! \\+ a
          +63.2%              ! +63.2%
          ---                 ! \\---
          ===                 ! \\===
          1. a                ! 1\\. a
          12) a               ! 12\\) a
          14.8                ! 14.8
          1.5 a. b            ! 1.5 a. b
          https://a.b         ! https\\://a.b
          a: b                ! a: b
          """)
  void escapes(String value, String markdown) {
    assertEquals(markdown, written(value));
  }

  @ParameterizedTest
  @ValueSource(ints = {'\n', '\r', '\t', 0, 0x7f, 0x85, 0x2028, 0x2029})
  void staysOnOneLine(int control) {
    assertEquals("a b", written("a" + (char) control + "b"));
  }

  private static String written(String value) {
    MarkdownOutput out = new MarkdownOutput();
    out.writeUserContent(value);
    return out.toString();
  }
}
