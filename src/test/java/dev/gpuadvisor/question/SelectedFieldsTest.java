package dev.gpuadvisor.question;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields that a caller names, and what is left of an answer. */
class SelectedFieldsTest {

  private static FieldNames names(Object... pairs) {
    Map<String, FieldNames> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (FieldNames) pairs[i + 1]);
    }
    return new FieldNames(fields);
  }

  /** {@code {"pick": {"offer", "price": {"usd"}}, "list": [{"offer", "usd"}], "day"}}. */
  private static final FieldNames ANSWER =
      names(
          "pick",
          names("offer", FieldNames.NONE, "price", names("usd", FieldNames.NONE)),
          "list",
          names("offer", FieldNames.NONE, "usd", FieldNames.NONE),
          "day",
          FieldNames.NONE);

  private static final Reader<Selected<OfferList>> READER =
      Asking.QUESTIONS.selecting(Asking.QUESTIONS.offers(), ANSWER);

  private static String kept(String fields) throws IOException {
    Optional<TokenFilter> filter =
        READER.read(new Arguments().add("fields", fields)).question().kept();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator plain = new JsonFactory().createGenerator(out);
        JsonGenerator json =
            new FilteringGeneratorDelegate(
                plain, filter.orElseThrow(), TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true)) {
      json.writeStartObject();
      json.writeObjectFieldStart("pick");
      json.writeNumberField("offer", 1);
      json.writeObjectFieldStart("price");
      json.writeNumberField("usd", 2);
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayFieldStart("list");
      json.writeStartObject();
      json.writeNumberField("offer", 3);
      json.writeNumberField("usd", 4);
      json.writeEndObject();
      json.writeEndArray();
      json.writeNumberField("day", 5);
      json.writeEndObject();
    }
    return out.toString(UTF_8).replace("\"", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "day | {day:5}",
        "pick.offer | {pick:{offer:1}}",
        "pick.price.usd | {pick:{price:{usd:2}}}",
        "pick.price | {pick:{price:{usd:2}}}",
        "pick.offer,pick.price | {pick:{offer:1,price:{usd:2}}}",
        "pick,pick.offer | {pick:{offer:1,price:{usd:2}}}",
        "pick.offer,pick | {pick:{offer:1,price:{usd:2}}}",
        "list.usd | {list:[{usd:4}]}",
        "list.usd,day | {list:[{usd:4}],day:5}",
      })
  void whatIsLeft(String fields, String json) throws IOException {
    assertEquals(json, kept(fields));
  }

  @Test
  void whoNamesNoneGetsAll() {
    assertEquals(Optional.empty(), READER.read(new Arguments()).question().kept());
  }

  /** What is like it here; else the same name further down; else what it was looked for in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dya | day | pick list day",
        "pick.offr | pick.offer | pick.offer pick.price",
        "offer | pick.offer list.offer | pick list day",
        "usd | list.usd | pick list day",
        "day.month | day | ''",
        "pick.offer.id | pick.offer | ''",
        "nothing | '' | pick list day",
        "pick. | '' | pick.offer pick.price",
      })
  void whatNoFieldIsCalled(String field, String meant, String allowed) {
    Arguments arguments = new Arguments().add("fields", field);
    List<Fault> faults =
        assertThrows(ProblemException.class, () -> READER.read(arguments)).problem().faults();

    assertEquals(1, faults.size());
    assertEquals("fields: fault.no_such_field", Asking.shown(faults.get(0)));
    assertEquals(meant, String.join(" ", faults.get(0).nearest()));
    assertEquals(allowed, String.join(" ", faults.get(0).allowed()));
  }

  /** Of two objects of which either may be there, the fields of both. */
  @Test
  void eitherOfTwo() {
    FieldNames one = names("a", names("x", FieldNames.NONE), "b", FieldNames.NONE);
    FieldNames other = names("a", names("y", FieldNames.NONE), "c", FieldNames.NONE);

    assertEquals(
        names(
            "a",
            names("x", FieldNames.NONE, "y", FieldNames.NONE),
            "b",
            FieldNames.NONE,
            "c",
            FieldNames.NONE),
        one.and(other));
    assertEquals(one, one.and(FieldNames.NONE));
    assertEquals(one, FieldNames.NONE.and(one));
  }
}
