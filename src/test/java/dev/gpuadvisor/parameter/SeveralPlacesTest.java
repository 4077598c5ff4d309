package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several places are any of them, and none of those that are left out. */
class SeveralPlacesTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "eu us; 'eu, US'; eu+us",
        "us not-us-east-1; 'US, not-us-east-1'; us-east",
        "not-us not-eu; 'US, eu'; other",
        "eu any; any; all",
        "eu eu; eu; eu",
      })
  void anyOfThem(String written, String name, String meant) {
    List<Whereabouts> places = Arrays.stream(written.split(" ")).map(this::place).toList();
    Whereabouts any = Whereabouts.any(places.stream().distinct().toList());

    assertEquals(name, any.name());
    assertEquals(
        count(
            offer ->
                switch (meant) {
                  case "eu+us" -> in("eu", offer) || in("us", offer);
                  case "us-east" -> in("us", offer) && !in("us-east-1", offer);
                  case "other" ->
                      place("not-us").covers(offer.sale()) && place("not-eu").covers(offer.sale());
                  case "eu" -> in("eu", offer);
                  default -> true;
                }),
        count(offer -> any.covers(offer.sale())));
  }

  private boolean in(String place, Offer offer) {
    return place(place).covers(offer.sale());
  }

  private static long count(Predicate<Offer> which) {
    return IN.catalog().offers().all().stream().filter(which).count();
  }

  private Whereabouts place(String text) {
    return ((Parsed.Value<Whereabouts>) new PlaceName().parse(text, IN)).value();
  }
}
