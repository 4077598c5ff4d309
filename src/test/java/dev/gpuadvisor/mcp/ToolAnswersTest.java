package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.api.Golden;
import dev.gpuadvisor.api.GoldenRequests;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tool answers in full what HTTP answers, to the byte, and what the OpenAPI document says. */
class ToolAnswersTest {

  private static final Map<String, String> TOOLS =
      Map.of(
          "/v1/recommendations", "recommend_gpu",
          "/v1/estimate", "estimate_memory",
          "/v1/compare", "compare_offers",
          "/v1/offers", "list_offers",
          "/v1/models", "find_models");

  static Stream<Golden> requests() {
    return GoldenRequests.all()
        .filter(golden -> TOOLS.containsKey(path(golden)))
        .filter(golden -> golden.contentType().isEmpty() || golden.contentType().contains("json"))
        .filter(golden -> golden.body().isEmpty() || golden.body().startsWith("{"))
        .filter(golden -> Set.of(200, 400).contains(golden.status()))
        .filter(golden -> !golden.name().matches("problem-(percent-sign|broken-json.*)"));
  }

  static Stream<Model> models() {
    return BundledCatalog.catalog().models().all().stream()
        .filter(model -> model.kind() == ModelKind.GENERATOR);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void areThoseOfHttp(Golden golden) {
    ApiRequest request = golden.request();
    ApiResponse http = Asking.API.handle(request);
    String tool = TOOLS.get(path(golden));
    String arguments = golden.body().isEmpty() ? asTexts(request.rawQuery()) : golden.body();
    ApiResponse answer = Mcp.stateless("tools/call", Mcp.call(tool, full(arguments)));

    assertEquals(http.status() == 400, Mcp.result(answer).path("isError").asBoolean());
    if (http.status() == 200) {
      assertSame(http, answer);
      assertSame(http, Mcp.shaken("tools/call", Mcp.call(tool, full(arguments))));
    } else {
      assertTeaches(http, Mcp.result(answer));
    }
  }

  /** Arguments in the types of the schema: it accepts them, and they mean the same. */
  @ParameterizedTest
  @MethodSource("requests")
  void areTheSameForTypedArguments(Golden golden) {
    ApiRequest request = golden.request();
    ApiResponse http = Asking.API.handle(request);
    if (http.status() != 200 || !golden.body().isEmpty()) {
      return;
    }
    String tool = TOOLS.get(path(golden));
    String arguments = asTyped(tool, request.rawQuery()).toString();

    assertEquals(
        Set.of(), ToolsTest.schema(tool, "inputSchema").validate(arguments, InputFormat.JSON));
    assertSame(http, Mcp.stateless("tools/call", Mcp.call(tool, full(arguments))));
  }

  @ParameterizedTest
  @MethodSource("models")
  void areThoseOfHttpForEveryModel(Model model) {
    for (String more : new String[] {"", "&max_gpus=16&quantization=16bit", "&current=AMPERE_48"}) {
      String query = "model=" + model.id() + more;
      ApiResponse http = Asking.get("/v1/recommendations?" + query);
      assertSame(http, call("recommend_gpu", query));
      String estimate = "model=" + model.id() + "&card=H100_SXM";
      assertSame(Asking.get("/v1/estimate?" + estimate), call("estimate_memory", estimate));
    }
  }

  private static void assertSame(ApiResponse http, ApiResponse answer) {
    String content = Mcp.structuredContent(answer);
    assertEquals(Asking.text(http), content + "\n");
    assertTrue(Mcp.result(answer).at("/content/0/text").asText().length() > 20);
  }

  /** Everything that the problem document names. */
  private static void assertTeaches(ApiResponse http, JsonNode result) {
    String text = result.at("/content/0/text").asText();
    assertFalse(result.has("structuredContent"));
    for (JsonNode error : Asking.json(Asking.text(http)).path("errors")) {
      assertTrue(text.contains(error.path("detail").asText()), text);
      assertTrue(text.contains(error.path("parameter").asText()), text);
      error.path("nearest").forEach(name -> assertTrue(text.contains(name.asText()), text));
      for (JsonNode name : error.path("allowed")) { // a tool's answer is no table
        assertTrue(text.contains(name.asText()) || name.asText().equals("format"), text);
      }
    }
  }

  private static ApiResponse call(String tool, String query) {
    return Mcp.stateless("tools/call", Mcp.call(tool, full(asTexts(query))));
  }

  private static String full(String arguments) {
    return arguments.replaceFirst(
        "\\{",
        arguments.matches("(?s)\\{\\s*\\}") ? "{\"detail\":\"full\"" : "{\"detail\":\"full\",");
  }

  private static String path(Golden golden) {
    return golden.target().split("\\?")[0];
  }

  private static String asTexts(String query) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    each(query, (name, value) -> arguments.withArray(name).add(value));
    return arguments.toString();
  }

  private static ObjectNode asTyped(String tool, String query) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    JsonNode properties = ToolsTest.named(tool).at("/inputSchema/properties");
    each(
        query,
        (name, value) -> {
          switch (properties.path(name).path("type").asText()) {
            case "integer", "number" -> arguments.put(name, new BigDecimal(value));
            case "array" -> {
              ArrayNode values = arguments.withArray(name);
              Stream.of(value.split(",")).forEach(values::add);
            }
            default -> arguments.put(name, canonical(value));
          }
        });
    return arguments;
  }

  /** The one name in these requests that is another name for something. */
  private static String canonical(String value) {
    return value.equals("transformers") ? "transformers-4.46" : value;
  }

  private static void each(String query, BiConsumer<String, String> to) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        to.accept(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
  }
}
