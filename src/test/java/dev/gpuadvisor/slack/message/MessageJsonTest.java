package dev.gpuadvisor.slack.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {

  @Test
  void writesNothingThatSlackReadsAsAMention() {
    assertEquals("&lt;!here&gt; &amp;lt;", MessageJson.text("<!here> &lt;", 100));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdefg, 6, abcde…",
    "ab🚀cdef, 5, ab🚀…",
    "abc🚀def, 5, abc…",
    "ab&cdefg, 6, ab…",
    "ab&cdefgh, 8, ab&amp;…"
  })
  void cutsBetweenCharactersAndEntities(String text, int longest, String expected) {
    assertEquals(expected, MessageJson.text(text, longest));
  }

  @ParameterizedTest
  @CsvSource({
    "0, ▱▱▱▱▱▱▱▱▱▱",
    "4.9, ▱▱▱▱▱▱▱▱▱▱",
    "5, ▰▱▱▱▱▱▱▱▱▱",
    "80.7, ▰▰▰▰▰▰▰▰▱▱",
    "100, ▰▰▰▰▰▰▰▰▰▰",
    "2058.3, ▰▰▰▰▰▰▰▰▰▰"
  })
  void drawsHowFullAMemoryIs(BigDecimal percent, String bar) {
    assertEquals(bar, TextBar.of(percent, 10));
  }
}
