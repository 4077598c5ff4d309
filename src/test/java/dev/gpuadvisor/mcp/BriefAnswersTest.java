package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assistant gets unless it asks for all: little to pay for, and nothing else than all. */
class BriefAnswersTest {

  private static final int MOST_OF_TEXT = 1536;
  private static final int MOST_OF_STRUCTURE = 6 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recommend_gpu | {'model':'qwen2.5-14b'}",
        "recommend_gpu | {'model':'qwen2.5-14b','provider':'all'}",
        "recommend_gpu | {'model':'qwen2.5-14b','provider':'all','runtime':'vllm','max_gpus':8}",
        "recommend_gpu |"
            + " {'model':'llama-3.1-405b','provider':'all','max_gpus':16,'runtime':'vllm'}",
        "recommend_gpu |"
            + " {'model':'llama-3.1-8b','provider':'all','current':'A10G','current_price_per_hour':1}",
        "recommend_gpu |"
            + " {'model':'gpt-oss-120b','provider':'all','more':{'market':'any'},'lang':'fr'}",
        "recommend_gpu | {'model':'llama-3.1-8b','task':'qlora','provider':'all'}",
        "estimate_memory | {'model':'qwen2.5-14b','card':'L4','runtime':'vllm'}",
        "estimate_memory | {'model':'deepseek-v3','quantization':'fp8','card':'H200','gpus':8}",
        "compare_offers | {'model':'qwen2.5-14b','offers':['AMPERE_24','ADA_24_PRO','AMPERE_48']}",
        "launch_files | {'model':'llama-3.1-8b','runtime':'vllm'}",
        "list_offers | {'provider':'all'}",
        "show_offer | {'id':'pod-a100-80gb-secure'}",
        "find_models | {}",
        "find_models | {'card':'RTX_5090'}",
      })
  void areSmall(String tool, String arguments) {
    for (boolean shaken : new boolean[] {true, false}) {
      JsonNode result = Mcp.result(call(tool, arguments, shaken));

      assertFalse(result.path("isError").asBoolean(), result::toString);
      assertTrue(size(result.at("/content/0/text").asText()) <= MOST_OF_TEXT);
      String structure = result.path("structuredContent").toString();
      assertTrue(size(structure) <= MOST_OF_STRUCTURE, () -> size(structure) + ": " + structure);
      if (shaken) {
        assertEquals(
            result.path("structuredContent"), Asking.json(result.at("/content/1/text").asText()));
      }
    }
  }

  /** Whoever names fields gets them, however many entries a list has. */
  @Test
  void giveWayToFieldsThatAreNamed() {
    String fields = "{'model':'qwen2.5-14b','fields':['assessments.offer','price_lists.provider']}";
    JsonNode result = Mcp.result(call("recommend_gpu", fields, false));

    assertEquals(
        Asking.json(
            Asking.text(
                Asking.get(
                    "/v1/recommendations?model=qwen2.5-14b"
                        + "&fields=assessments.offer,price_lists.provider"))),
        result.path("structuredContent"));
    assertTrue(result.at("/content/0/text").asText().contains("AMPERE_24"));
  }

  /** Each value stands in the full answer, in the same place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recommend_gpu | {'model':'llama-3.1-70b','provider':'all','runtime':'vllm','max_gpus':4}",
        "estimate_memory | {'model':'qwen2.5-14b','card':'L4'}",
        "list_offers | {'provider':'all'}",
        "find_models | {'search':'llama'}",
      })
  void saySomeOfWhatTheFullOneSays(String tool, String arguments) {
    JsonNode brief = Mcp.result(call(tool, arguments, false)).path("structuredContent");
    JsonNode full =
        Mcp.result(call(tool, arguments.replace("{'", "{'detail':'full','"), false))
            .path("structuredContent");

    assertWithin(brief, full);
    for (String whole : List.of("workload", "migration", "notes", "count")) {
      assertEquals(full.path(whole), brief.path(whole), whole);
    }
  }

  @Test
  void tellWhatHowMuchDetailThereIs() {
    JsonNode result = Mcp.result(call("list_offers", "{'detail':'some'}", false));

    assertTrue(result.path("isError").asBoolean());
    assertTrue(result.at("/content/0/text").asText().contains("brief"));
  }

  @Test
  void areTheSameWhereverAParameterStands() {
    String beside = "{'model':'llama-3.1-8b','kv_cache':'fp8','gpu_memory_utilization':0.8}";
    String inside =
        "{'model':'llama-3.1-8b','more':{'kv_cache':'fp8','gpu_memory_utilization':0.8}}";

    assertEquals(
        Asking.text(call("recommend_gpu", beside, false)),
        Asking.text(call("recommend_gpu", inside, false)));
  }

  @Test
  void teachOfWhatStandsInside() {
    JsonNode result =
        Mcp.result(call("recommend_gpu", "{'model':'llama-3.1-8b','more':{'kv':1}}", false));

    assertTrue(result.path("isError").asBoolean());
    assertTrue(result.at("/content/0/text").asText().contains("kv_cache"));
  }

  private static void assertWithin(JsonNode brief, JsonNode full) {
    if (brief.isObject()) {
      brief.fieldNames().forEachRemaining(name -> assertWithin(brief.get(name), full.path(name)));
    } else if (brief.isArray()) {
      for (int i = 0; i < brief.size(); i++) {
        assertWithin(brief.get(i), full.path(i));
      }
    } else {
      assertEquals(full, brief);
    }
  }

  private static ApiResponse call(String tool, String arguments, boolean shaken) {
    String params = Mcp.call(tool, arguments.replace('\'', '"'));
    return shaken ? Mcp.shaken("tools/call", params) : Mcp.stateless("tools/call", params);
  }

  private static int size(String text) {
    return text.getBytes(UTF_8).length;
  }
}
