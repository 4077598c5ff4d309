package dev.gpuadvisor.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final Message DOMINATED =
      Message.of("verdict.dominated")
          .word("other", "AMPERE_48")
          .count("gb", 48)
          .count("own", 32)
          .usd("less", new BigDecimal("0.360"));

  @Test
  void eachLanguageWritesNumbersItsWay() {
    assertEquals(
        "AMPERE_48 has 48\u00a0GB instead of 32\u00a0GB and costs $0.36 less an hour.",
        Texts.in(Language.EN).write(DOMINATED));
    assertEquals(
        "AMPERE_48 a 48\u00a0Go au lieu de 32\u00a0Go et coûte 0,36\u00a0$ de moins par heure.",
        Texts.in(Language.FR).write(DOMINATED));
  }

  @Test
  void aMessageInsideAnotherSpeaksItsLanguage() {
    Message message =
        Message.of("note.supply").word("offer", "X").message("supply", Message.of("supply.low"));
    assertTrue(Texts.in(Language.FR).write(message).contains("faible"));
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
  void aMissingTextOrValueIsRefused() {
    Texts texts = Texts.in(Language.EN);
    assertThrows(IllegalArgumentException.class, () -> texts.write(Message.of("no.such")));
    assertThrows(IllegalArgumentException.class, () -> texts.write(Message.of("verdict.tight")));
    assertThrows(IllegalArgumentException.class, () -> Template.parse("{open"));
  }

  @Test
  void aTemplateKnowsItsValues() {
    assertEquals(Set.of(), Template.parse("high").nameSet());
    assertEquals(Set.of("a", "b"), Template.parse("{b} of {a}, {b}").nameSet());
  }
}
