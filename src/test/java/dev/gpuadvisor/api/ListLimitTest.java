package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of a list, with the count of all. */
class ListLimitTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/models?search=llama, models, 3",
    "/v1/models?card=RTX_3090&context=16k, models, 5",
    "/v1/models?card=RTX_3090&search=nothing-like-it, models, 5",
    "/v1/offers?provider=all&min_memory_gib=80, offers, 1",
    "/v1/offers?provider=modal, offers, 10000"
  })
  void isTheSameAsTheWhole(String path, String list, int limit) {
    JsonNode whole = Asking.json(Asking.get(path));
    JsonNode cut = Asking.json(Asking.get(path + "&limit=" + limit));

    int size = whole.path(list).size();
    assertEquals(size, whole.path("count").asInt());
    assertEquals(size, cut.path("count").asInt());
    assertEquals(Math.min(limit, size), cut.path(list).size());
    for (int i = 0; i < cut.path(list).size(); i++) {
      assertEquals(whole.path(list).get(i), cut.path(list).get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001", "many", "1.5"})
  void isAWholeNumber(String limit) {
    for (String path : List.of("/v1/models?", "/v1/offers?", "/v1/recommendations?model=phi-4&")) {
      String text = Asking.text(Asking.get(path + "limit=" + limit));

      assertTrue(text.contains("\"parameter\":\"limit\""), text);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "4, 5"})
  void cutsATableToo(int limit, int lines) {
    String csv = Asking.text(Asking.get("/v1/offers?provider=all&format=csv&limit=" + limit));

    assertEquals(lines, csv.lines().count());
  }
}
