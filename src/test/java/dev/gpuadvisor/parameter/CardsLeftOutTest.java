package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards by what many of them have in common, and cards that nobody wants. */
class CardsLeftOutTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  /** What many cards have in common names all of them; what is left out is no card of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hopper | H100_SXM | A100_SXM_80",
        "AMD GPUs | MI300X | H100_SXM",
        "not H100 | A100_SXM_80 | H100_SXM",
        "no hopper cards | L40S | H200_SXM",
        "anything but A10G | L4 | A10G",
      })
  void cardsOfAGenerationAndAllOthers(String text, String meant, String left) {
    CardsWanted read = wanted(text);

    assertTrue(read.has(IN.catalog().cards().find(meant).orElseThrow()));
    assertFalse(read.has(IN.catalog().cards().find(left).orElseThrow()));
  }

  /** Of several, what is left out is none of what is wanted. */
  @Test
  void wantedAndLeftOut() {
    CardsWanted hopper = wanted("hopper");
    CardsWanted others = wanted("not H200");
    CardsWanted both = CardsWanted.any(List.of(hopper, others)).orElseThrow();

    assertFalse(both.excluded());
    assertTrue(both.ids().contains("H100_SXM"));
    assertFalse(both.ids().contains("H200_SXM"));
    assertTrue(CardsWanted.any(List.of(others, others)).orElseThrow().excluded());
  }

  private static CardsWanted wanted(String text) {
    return ((Parsed.Value<CardsWanted>) new CardsWantedName().parse(text, IN)).value();
  }
}
