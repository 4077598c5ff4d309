package dev.gpuadvisor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private static final Message DOMINATED =
      Msg.Verdict.dominated(48, new BigDecimal("0.360"), "AMPERE_48", 32);

  @Test
  void eachLanguageWritesNumbersItsWay() {
    assertEquals(
        "AMPERE_48 has 48\u00a0GB instead of 32\u00a0GB and costs $0.36 less per hour.",
        Texts.in(Language.EN).write(DOMINATED));
    assertEquals(
        "AMPERE_48 a 48\u00a0Go au lieu de 32\u00a0Go et coûte 0,36\u00a0$ de moins par heure.",
        Texts.in(Language.FR).write(DOMINATED));
  }

  @Test
  void aMessageInsideAnotherSpeaksItsLanguage() {
    Message message = Msg.Note.supply("X", Msg.Supply.low());
    assertTrue(Texts.in(Language.FR).write(message).contains("faible"));
  }

  /** Nor does a line end between them. */
  @Test
  void frenchKeepsANumberAndItsUnitTogether() throws IOException {
    Pattern apart = Pattern.compile("[0-9}] (?:%|s|ms|W|h|Mo|Go|Gio)(?![\\p{L}'])");
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/messages/fr.properties"))) {
      assertEquals(List.of(), lines.filter(line -> apart.matcher(line).find()).toList());
    }
  }

  @Test
  void languagesHaveTheSameTexts() {
    assertEquals(Texts.in(Language.EN).keys(), Texts.in(Language.FR).keys());
  }

  @Test
  void whatOneLanguageLacksIsRefused() {
    Map<String, Template> one = Map.of("a", Template.parse("{x} of {y}"));
    assertThrows(IllegalStateException.class, () -> MessageFile.requireSameTexts(one, Map.of()));
    Map<String, Template> other = Map.of("a", Template.parse("{x}"));
    assertThrows(IllegalStateException.class, () -> MessageFile.requireSameTexts(one, other));
    MessageFile.requireSameTexts(one, Map.of("a", Template.parse("{y}: {x}")));
  }

  @Test
  void aBraceLeftOpenIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Template.parse("{open"));
  }

  @Test
  void aTemplateKnowsItsValues() {
    assertEquals(Set.of(), Template.parse("high").nameSet());
    assertEquals(Set.of("a", "b"), Template.parse("{b} of {a}, {b}").nameSet());
    assertEquals(Set.of("a", "b"), Template.parse("{b:percent} of {a|one|# more}").nameSet());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 faults, 0 faute",
    "1, one fault, 1 faute",
    "2, 2 faults, 2 fautes",
    "1000, '1,000 faults', 1\u202f000 fautes"
  })
  void aNumberChoosesItsForm(long count, String english, String french) {
    assertEquals(english, write(Language.EN, "{count|one fault|# faults}", count));
    assertEquals(french, write(Language.FR, "{count|# faute|# fautes}", count));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5 hours, '0,5 heure'", "1, 1 hour, 1 heure", "1.5, 1.5 hours, '1,5 heure'"})
  void decimalNumbersHaveFormsToo(BigDecimal hours, String english, String french) {
    assertEquals(english, write(Language.EN, "{hours:number|# hour|# hours}", hours));
    assertEquals(french, write(Language.FR, "{hours|# heure|# heures}", hours));
  }

  private static String write(Language language, String text, Object number) {
    Template template = Template.parse(text);
    Message.Kind kind = number instanceof Long ? Message.Kind.COUNT : Message.Kind.NUMBER;
    String name = template.nameSet().iterator().next();
    StringBuilder written = new StringBuilder();
    template.write(
        new Message("any", new Message.Value(name, kind, number)), Texts.in(language), written);
    return written.toString();
  }
}
