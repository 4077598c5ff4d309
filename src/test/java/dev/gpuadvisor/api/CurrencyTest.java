package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.http.ApiResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices are dollars; another currency needs a rate, and then both are told. */
class CurrencyTest {

  private static final String ASK = "/v1/recommendations?model=llama-3.1-8b&quantization=8bit";

  private static JsonNode answer(String query) {
    ApiResponse response = Asking.get(ASK + query);
    assertEquals(200, response.status(), () -> Asking.text(response));
    Schemas.assertValid("Recommendation", Asking.text(response));
    return Asking.json(response);
  }

  private static JsonNode errors(String query) {
    ApiResponse response = Asking.get(ASK + query);
    assertEquals(400, response.status(), () -> Asking.text(response));
    return Asking.json(response).path("errors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&budget_per_month=500+EUR/mo",
        "&budget_per_month=500%E2%82%AC/mo",
        "&budget_per_hour=3+GBP/h",
        "&current=A10G&current_price_per_hour=CHF+1.00",
        "&current=A10G&current_price_per_hour=1+euro"
      })
  void anAmountInAnotherCurrencyIsRefusedWithHowToGiveARate(String query) {
    String detail = errors(query).get(0).path("detail").asText();

    assertTrue(detail.contains("usd_per_unit="), detail);
    assertTrue(detail.contains("currency="), detail);
  }

  @Test
  void withARateBothAreTold() {
    JsonNode answer = answer("&currency=EUR&usd_per_unit=1.08");

    assertEquals("EUR", answer.at("/exchange/currency").asText());
    for (JsonNode each : answer.path("assessments")) {
      JsonNode price = each.path("price");
      assertEquals("EUR", price.path("currency").asText());
      assertEquals(
          price
              .path("usd_per_month")
              .decimalValue()
              .divide(new BigDecimal("1.08"), 2, RoundingMode.HALF_UP)
              .stripTrailingZeros(),
          price.path("per_month").decimalValue().stripTrailingZeros());
    }
    assertTrue(
        answer.path("notes").findValuesAsText("text").stream()
            .anyMatch(text -> text.contains("462.33 EUR")));
  }

  /** 462.33 euros are the 499.32 dollars of AMPERE_24; a cent less is too little. */
  @ParameterizedTest
  @CsvSource({"463 EUR, AMPERE_24", "462 EUR, AMPERE_16", "499.32, AMPERE_24", "499, AMPERE_16"})
  void anAmountIsInTheCurrencyThatItNames(String budget, String pick) {
    JsonNode answer =
        answer("&currency=eur&usd_per_unit=1.08&budget_per_month=" + budget.replace(' ', '+'));

    assertEquals(pick, answer.at("/picks/recommended/offer").asText());
  }

  @Test
  void anAmountOfAThirdCurrencyIsRefused() {
    JsonNode errors = errors("&currency=EUR&usd_per_unit=1.08&budget_per_hour=1+GBP");

    assertEquals("budget_per_hour", errors.get(0).path("parameter").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "&currency=EUR, usd_per_unit",
    "&usd_per_unit=1.08, usd_per_unit",
    "&currency=doubloons&usd_per_unit=1, currency",
    "&currency=EUR&usd_per_unit=0, usd_per_unit"
  })
  void aRateAndACurrencyBelongTogether(String query, String parameter) {
    assertEquals(parameter, errors(query).get(0).path("parameter").asText());
  }

  @Test
  void withoutACurrencyNothingIsSaidOfOne() {
    JsonNode answer = answer("");

    assertFalse(answer.has("exchange"));
    assertFalse(answer.at("/picks/recommended/price").has("currency"));
  }

  @Test
  void offersAreListedInBoth() {
    String target = "/v1/offers?provider=lambda-cloud&currency=GBP&usd_per_unit=1.25";
    JsonNode answer = Asking.json(Asking.get(target));

    Schemas.assertValid("Offers", Asking.text(Asking.get(target)));
    JsonNode price = answer.path("offers").get(0).path("price");
    assertEquals(
        0,
        price
            .path("per_hour")
            .decimalValue()
            .multiply(new BigDecimal("1.25"))
            .compareTo(price.path("usd_per_hour").decimalValue()));
  }

  @Test
  void onesOwnOffersMayBePricedInIt() {
    JsonNode answer = answer("&currency=EUR&usd_per_unit=1.10&provider=own&offers=L4+at+1+EUR/h");

    assertEquals(1.1, answer.at("/picks/recommended/price/usd_per_hour").asDouble());
    assertEquals(1.0, answer.at("/picks/recommended/price/per_hour").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void thePageSaysBoth(String lang) {
    String page =
        Asking.text(Asking.get("/?model=llama-3.1-8b&currency=EUR&usd_per_unit=1.08&lang=" + lang));

    assertTrue(page.contains("EUR"), page);
    assertTrue(page.contains(lang.equals("en") ? "462.33 EUR" : "462,33 EUR"));
  }
}
