package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import org.junit.jupiter.api.Test;

/** An assistant gives offers of the caller's own as objects. */
class OwnOffersTest {

  private static final String ARGUMENTS =
      "{\"model\":\"llama-3.1-8b\",\"quantization\":\"8bit\",\"current\":\"cellar\","
          + "\"offers\":[{\"id\":\"cellar\",\"card\":\"2x RTX 3090\",\"usd_per_hour\":0.1}]}";

  private static JsonNode call(String arguments) {
    return Mcp.result(Mcp.stateless("tools/call", Mcp.call("recommend_gpu", arguments)));
  }

  @Test
  void areJudgedAsOverHttp() {
    JsonNode http = Asking.json(Asking.text(Asking.post("/v1/recommendations", ARGUMENTS)));
    JsonNode result = call(ARGUMENTS);

    assertEquals(
        http.at("/picks/recommended/offer"),
        result.at("/structuredContent/picks/recommended/offer"));
    assertEquals("cellar", result.at("/structuredContent/migration/from").asText());
    assertTrue(result.at("/content/0/text").asText().contains("cellar"));
  }

  @Test
  void faultsNameTheirPaths() {
    JsonNode result = call(ARGUMENTS.replace("2x RTX 3090", "RTX 3091"));

    assertTrue(result.path("isError").asBoolean());
    assertTrue(result.at("/content/0/text").asText().contains("offers[0].card"));
  }

  @Test
  void areNamedAmongWhatIsRarelyNeeded() {
    JsonNode tools = Mcp.result(Mcp.stateless("tools/list", "")).path("tools");
    JsonNode more = tools.get(0).at("/inputSchema/properties/more");

    assertTrue(more.path("description").asText().contains("offers"));
    assertEquals(
        "cellar",
        call("{\"model\":\"llama-3.1-8b\",\"more\":{\"offers\":[{\"id\":\"cellar\","
                + "\"card\":\"RTX 3090\",\"usd_per_hour\":0}]}}")
            .at("/structuredContent/picks/recommended/offer")
            .asText());
  }
}
