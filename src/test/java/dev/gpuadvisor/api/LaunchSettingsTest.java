package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is started takes the memory that was counted. */
class LaunchSettingsTest {

  private static Map<String, String> files(JsonNode launch) {
    Map<String, String> files = new HashMap<>();
    for (JsonNode file : launch.path("files")) {
      files.put(file.path("name").asText(), file.path("text").asText());
    }
    return files;
  }

  private static JsonNode launch(String query) {
    return Asking.answer("/v1/launch?" + query);
  }

  /**
   * transformers makes NF4 and INT8 of 16 bit weights, and nothing else: then it is not told to.
   */
  @ParameterizedTest
  @CsvSource({
    "nf4, load_in_4bit=True, true",
    "int8, load_in_8bit=True, true",
    "fp8, BitsAndBytesConfig, false",
    "bf16, BitsAndBytesConfig, false",
  })
  void transformersLoadsWhatWasCounted(String format, String loading, boolean made) {
    JsonNode launch = launch("model=phi-2&runtime=transformers-4.51&quantization=" + format);
    Map<String, String> files = files(launch);
    boolean other = launch.path("remarks").toString().contains("MODEL must name a repository");

    assertEquals(made, files.get("generate.py").contains(loading), files.get("generate.py"));
    assertEquals(made, files.get("serve.sh").contains(" bitsandbytes\n"), files.get("serve.sh"));
    assertEquals(format.equals("fp8"), other, launch.path("remarks").toString());
  }

  @ParameterizedTest
  @CsvSource({"0.925, 0.925", "0.9, 0.90"})
  void theShareOfTheCardIsTheOneCountedWith(String given, String written) {
    String serve =
        files(launch("model=phi-4&runtime=vllm&gpu_memory_utilization=" + given)).get("serve.sh");

    assertTrue(serve.contains("--gpu-memory-utilization " + written + " "), serve);
  }
}
