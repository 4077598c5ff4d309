package dev.gpuadvisor.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What assistants read of a load, held against {@code src/test/resources/golden/mcp}; {@code
 * -Dgolden.refresh=true} writes it anew.
 */
class GoldenAnswersTest {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden/mcp");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load-en | {'model':'llama-3.1-8b','quantization':'16bit','requests_per_second':8,"
            + "'input_tokens':1024,'output_tokens':256,'provider':'all'}",
        "too-fast-en | {'model':'qwen2.5-32b','quantization':'16bit','requests_per_second':8,"
            + "'input_tokens':1024,'output_tokens':256,'max_seconds_per_token':'10ms'}",
        "load-fr | {'model':'gpt-oss-20b','requests_per_day':'20k','peak_factor':3,'lang':'fr',"
            + "'more':{'api_usd_per_million_input':0.1,'api_usd_per_million_output':0.5}}"
      })
  void isTheStoredAnswer(String name, String arguments) throws IOException {
    String call = Mcp.call("recommend_gpu", arguments.replace('\'', '"'));
    JsonNode result = Mcp.result(Mcp.shaken("tools/call", call));
    String answer = result.at("/content/0/text").asText() + "\n" + result.toPrettyString() + "\n";
    Path file = DIRECTORY.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.refresh")) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(file, answer);
    }

    assertEquals(Files.readString(file), answer);
  }
}
