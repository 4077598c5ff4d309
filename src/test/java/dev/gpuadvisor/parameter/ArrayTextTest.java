package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[\"8bit\",\"4bit\"] | \"8bit\",\"4bit\"",
        "~ [8bit] ~ | 8bit",
        "[] | ~~",
        "[ | [",
        "] | ]",
        "[8bit | [8bit",
        "8bit] | 8bit]",
        "~ 8bit~ | ~ 8bit~",
        "~~ | ~~",
      })
  void whatStandsBetweenBrackets(String text, String inner) {
    assertEquals(inner, ArrayText.inner(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"8bit\" | 8bit",
        "'8bit' | 8bit",
        "~\" 8bit \"~ | 8bit",
        "'' | ~~",
        "\"\" | ~~",
        "\" | \"",
        "' | '",
        "'8bit\" | '8bit\"",
        "\"8bit' | \"8bit'",
        "\"8bit | \"8bit",
        "8bit\" | 8bit\"",
        "'8bit | '8bit",
        "8bit' | 8bit'",
        "8bit | 8bit",
        "~~ | ~~",
      })
  void whatStandsBetweenQuotationMarks(String text, String inner) {
    assertEquals(inner, ArrayText.unquoted(text));
  }
}
