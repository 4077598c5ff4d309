package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read before the rest: currencies, and the caller's own offers. */
class SceneTest {

  private static <T> T read(String query, Function<Inputs, T> reading) {
    Arguments arguments = new Arguments();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both[1]);
    }
    Catalog catalog = BundledCatalog.catalog();
    return new Reader<>(
            catalog,
            Vocabularies.LEXICON,
            ParameterTable.standard().of(Group.MODEL, Group.OFFERS, Group.RENTING, Group.MOVING),
            inputs -> Optional.of(reading.apply(inputs)))
        .read(arguments)
        .question();
  }

  @ParameterizedTest
  @CsvSource({
    "currency=EUR&usd_per_unit=1.08, EUR, 1.08",
    "currency=eur&usd_per_unit=1.08, EUR, 1.08",
    "currency=USD, , ",
    "currency=USD&usd_per_unit=1, , ",
    "currency=USD&usd_per_unit=1.00, , ",
  })
  void whatACurrencyIsWorth(String query, String currency, BigDecimal usd) {
    Optional<Exchange> expected =
        currency == null ? Optional.empty() : Optional.of(new Exchange(currency, usd));

    assertEquals(expected, read("model=qwen2.5-14b&" + query, Inputs::exchange));
  }

  @Test
  void amountsMayBeInThatCurrency() {
    assertEquals(
        0,
        new BigDecimal("540")
            .compareTo(
                read(
                    "model=qwen2.5-14b&currency=EUR&usd_per_unit=1.08&budget_per_month=500 €",
                    inputs -> inputs.one(RentingParameters.BUDGET_PER_MONTH).orElseThrow())));
  }

  @ParameterizedTest
  @CsvSource({
    "currency=EUR, usd_per_unit: fault.rate_missing",
    "currency=USD&usd_per_unit=1.2, usd_per_unit: fault.rate_of_what",
    "usd_per_unit=1.2, usd_per_unit: fault.rate_of_what",
    "currency=gold&usd_per_unit=1.2, currency: fault.choice",
    "currency=EUR&usd_per_unit=much, usd_per_unit: fault.decimal_number",
    "budget_per_month=500 €, budget_per_month: fault.currency",
    "currency=EUR&usd_per_unit=1.08&budget_per_month=500 £, budget_per_month: fault.currency",
  })
  void aRateThatIsNone(String query, String fault) {
    assertEquals(List.of(fault), faults("model=qwen2.5-14b&" + query));
  }

  @Test
  void ownOffersAreKnownByTheirNames() {
    assertEquals(
        "cellar",
        read(
            "model=qwen2.5-14b&offers=cellar: L4 at 0.5&current=cellar",
            inputs -> inputs.one(RentingParameters.CURRENT).orElseThrow().name()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offers=cellar: L4 at 1; CELLAR: H100 at 2 | offers[1].id: fault.own_name_taken",
        "offers=g5.xlarge: L4 at 1 | offers[0].id: fault.own_name_taken",
        "offers=L4 at much | offers: fault.decimal_number",
        "offers={\"card\":\"L4\"} | offers[0].usd_per_hour: fault.own_price",
      })
  void namesThatAreTaken(String query, String fault) {
    assertEquals(List.of(fault), faults("model=qwen2.5-14b&" + query));
  }

  private static List<String> faults(String query) {
    return assertThrows(ProblemException.class, () -> read(query, inputs -> 1))
        .problem()
        .faults()
        .stream()
        .map((Fault fault) -> fault.parameter() + ": " + fault.detail().key())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "yes", " oui ", "1", "on"})
  void exactIsAsked(String yes) {
    assertEquals(true, Scene.exact(new Arguments().add("exact", yes)));
    assertEquals(false, Scene.exact(new Arguments().add("exact", yes).add("exact", yes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no", "", "perhaps", "0"})
  void exactIsNotAsked(String no) {
    assertEquals(false, Scene.exact(new Arguments().add("exact", no)));
    assertEquals(false, Scene.exact(new Arguments()));
  }

  @ParameterizedTest
  @CsvSource({"fr, FR", "FR, FR", "en, EN", "' fr ', FR", "de, EN"})
  void languageOfAQuestionWithFaults(String text, Language language) {
    assertEquals(language, Inputs.language(new Arguments().add("lang", text)));
    assertEquals(Language.EN, Inputs.language(new Arguments().add("lang", text).add("lang", text)));
  }
}
