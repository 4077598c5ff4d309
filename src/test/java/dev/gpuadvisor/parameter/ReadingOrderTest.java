package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one parameter says of another, how often each may be given, and what is told of it. */
class ReadingOrderTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final Reader<Inputs> READER =
      new Reader<>(
          CATALOG,
          Vocabularies.LEXICON,
          ParameterTable.standard()
              .of(
                  Group.MODEL,
                  Group.FORMAT,
                  Group.SERVING,
                  Group.HARDWARE,
                  Group.TRAINING,
                  Group.OFFERS,
                  Group.RENTING),
          Optional::of);

  private static Arguments arguments(String query) {
    Arguments arguments = new Arguments();
    for (String pair : query.split("&")) {
      String[] both = pair.split("=", 2);
      arguments.add(both[0], both[1]);
    }
    return arguments;
  }

  private static <T> T read(String query, Function<Inputs, T> reading) {
    return reading.apply(READER.read(arguments(query)).question());
  }

  private static List<Fault> faults(String query) {
    return assertThrows(ProblemException.class, () -> read(query, inputs -> 1)).problem().faults();
  }

  /** A file's name says its format and its runtime, unless the caller says so himself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model=llama3.1:8b&card=L4 | q4_k_m | llama.cpp | 1",
        "model=llama3.1:8b&card=L4&quantization=q8_0 | q8_0 | llama.cpp | 1",
        "model=llama3.1:8b&card=2x L4 | q4_k_m | llama.cpp | 2",
        "model=llama-3.1-8b&card=2x L4&gpus=4 | none | none | 4",
        "model=llama-3.1-8b&card=L4&quantization=q4_k_m | q4_k_m | llama.cpp | 1",
        "model=llama3.1:8b&card=2x L4&task=inference | q4_k_m | llama.cpp | 2",
        "model=llama3.1:8b&card=2x L4&task=qlora | none | none | 2",
      })
  void whatANameSaysOfOthers(String query, String format, String runtime, int gpus) {
    assertEquals(format, read(query, inputs -> named(inputs, Parameters.QUANTIZATION)));
    assertEquals(runtime, read(query, inputs -> named(inputs, Parameters.RUNTIME)));
    int number = read(query, inputs -> inputs.value(LookupParameters.GPUS));
    assertEquals(gpus, number);
  }

  private static String named(Inputs inputs, Parameter<?> parameter) {
    return inputs.isGiven(parameter) ? inputs.text(parameter) : "none";
  }

  @Test
  void whatIsWrittenIsRepeatedAsItIsWritten() {
    Inputs inputs = read("model=qwen2.5-14b&card= L4 &provider=aws&provider=gcp", each -> each);

    assertEquals("aws,gcp", inputs.text(RentingParameters.PROVIDERS));
    assertEquals(
        List.of("aws is aws-ec2", "gcp is gcp-compute-engine"),
        inputs.readAs().stream().map(each -> each.written() + " is " + each.meant()).toList());
    assertEquals(
        List.of("model", "card", "provider", "card"), // on which it runs, and which alone is rented
        inputs.given().stream().map(Parameter::name).toList());
    assertEquals(CATALOG, inputs.catalog());
    assertEquals(Vocabularies.LEXICON, inputs.lexicon());
  }

  /** One parameter may be given once, another as often as a caller may send anything. */
  @Test
  void howOftenEachMayBeGiven() {
    List<Fault> twice = faults("model=qwen2.5-14b&model=phi-4&card=L4");
    assertEquals("fault.given_twice", twice.get(0).detail().key());

    String many = "aws,".repeat(99) + "aws";
    String good = "model=qwen2.5-14b&card=L4&provider=" + many;
    int values = read(good, inputs -> inputs.all(RentingParameters.PROVIDERS).size());
    assertEquals(100, values);
    List<Fault> more = faults(good + ",aws");
    assertEquals("fault.too_many_values", more.get(0).detail().key());
  }

  /** A faulty object among several is named by its place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"card\":\"L4\"} | offers[0].usd_per_hour",
        "L4 at 1; {\"card\":\"L4\"} | offers[1].usd_per_hour",
        "L4 at 1; a: L4 at 1; {\"card\":\"L4\"} | offers[2].usd_per_hour",
      })
  void aFaultyObjectIsNamedByItsPlace(String offers, String place) {
    assertEquals(
        List.of(place),
        faults("model=qwen2.5-14b&card=L4&offers=" + offers).stream()
            .map(Fault::parameter)
            .toList());
  }

  /** Objects of a body come before lines, which are repeated as a list that is read as such. */
  @Test
  void objectsAndLines() {
    Arguments arguments = arguments("model=qwen2.5-14b&card=L4&offers=L4 at 1&offers=A40 at 2");
    arguments.addObject("offers", ConfigFields.parse("{\"card\":\"rtx 3090\",\"usd_per_hour\":3}"));
    Inputs inputs = READER.read(arguments).question();

    assertEquals(
        List.of("own-RTX_3090", "own-L4", "own-A40"),
        inputs.all(PriceParameters.OWN_OFFERS).stream().map(Offer::id).toList());
    String repeated = inputs.text(PriceParameters.OWN_OFFERS);
    assertEquals("L4 at 1; A40 at 2", repeated);
    assertEquals(List.of("L4 at 1", "A40 at 2"), new OwnOfferType().parts(repeated));
  }

  /** A name in a path is a thing that is not there, not a faulty question. */
  @Test
  void whatIsInAPathIsNotFound() {
    Reader<Object> reader =
        new Reader<>(
            CATALOG,
            Lexicon.of(CATALOG),
            List.of(LookupParameters.OFFER_ID),
            inputs -> Optional.of(inputs.value(LookupParameters.OFFER_ID)));
    ProblemException e =
        assertThrows(ProblemException.class, () -> reader.read(arguments("id=nothing-like-it")));

    assertEquals(404, e.problem().status());
    assertEquals("id", e.problem().faults().get(0).parameter());
  }
}
