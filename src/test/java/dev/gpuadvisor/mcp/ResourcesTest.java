package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assistant can read, and the questions that it can be given. */
class ResourcesTest {

  @Test
  void areListed() {
    JsonNode resources = Mcp.result(Mcp.shaken("resources/list", "")).path("resources");

    assertEquals(3, resources.size());
    assertEquals(resources, Mcp.result(Mcp.stateless("resources/list", "")).path("resources"));
    assertEquals(
        "[]",
        Mcp.result(Mcp.shaken("resources/templates/list", ""))
            .path("resourceTemplates")
            .toString());
  }

  @Test
  void holdWhatTheCatalogueHolds() {
    String models = read("gpu-advisor://models");
    String offers = read("gpu-advisor://offers");

    for (Model model : BundledCatalog.catalog().models().all()) {
      assertTrue(
          models.contains(
              "\n" + model.id() + "," + model.huggingFaceId() + "," + model.parameters()));
    }
    for (Offer offer : BundledCatalog.catalog().offers().all()) {
      assertTrue(offers.contains("\n" + offer.id() + "," + offer.provider() + "," + offer.gpus()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu-advisor://nothing", "file:///etc/passwd", ""})
  void refuseWhatIsNotThere(String uri) {
    ApiResponse answer = Mcp.shaken("resources/read", "\"uri\":\"" + uri + "\"");

    assertEquals(-32602, Asking.json(Asking.text(answer)).at("/error/code").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "which_gpu | \"model\":\"llama-3.1-8b\" | llama-3.1-8b",
        "does_it_fit | \"model\":\"llama-3.1-8b\",\"card\":\"L4\" | L4",
        "what_do_i_save | \"model\":\"x\",\"current\":\"A10G\",\"price_per_hour\":\"1.00\" | 1.00",
        "how_many_users | \"model\":\"x\",\"users\":\"64\" | concurrency=64",
      })
  void arePutIntoQuestions(String prompt, String arguments, String contains) {
    String params = "\"name\":\"" + prompt + "\",\"arguments\":{" + arguments + "}";
    JsonNode result = Mcp.result(Mcp.shaken("prompts/get", params));

    assertEquals("user", result.at("/messages/0/role").asText());
    assertTrue(result.at("/messages/0/content/text").asText().contains(contains));
    assertEquals(result, strip(Mcp.result(Mcp.stateless("prompts/get", params))));
  }

  private static JsonNode strip(JsonNode result) {
    ((ObjectNode) result).remove(List.of("resultType", "_meta"));
    return result;
  }

  @Test
  void areFourQuestions() {
    JsonNode prompts = Mcp.result(Mcp.stateless("prompts/list", "")).path("prompts");

    assertEquals(4, prompts.size());
    for (JsonNode prompt : prompts) {
      String name = "\"name\":\"" + prompt.path("name").asText() + "\"";
      ApiResponse answer = Mcp.shaken("prompts/get", name);
      assertEquals(-32602, Asking.json(Asking.text(answer)).at("/error/code").asInt());
    }
  }

  private static String read(String uri) {
    return Mcp.result(Mcp.stateless("resources/read", "\"uri\":\"" + uri + "\""))
        .at("/contents/0/text")
        .asText();
  }
}
