package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the hub has models in further formats: somebody saw each, and its name says the same. */
class RepositoriesTest {

  private static final Path SEEN = Path.of("src/test/resources/models/repositories.csv");

  @Test
  void areThoseThatWereSeen() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (String line : Files.readAllLines(SEEN, UTF_8)) {
      String[] row = line.split(",", 4);
      assertFalse(row[3].isBlank(), line);
      seen.add(String.join(",", row[0], row[1], row[2]));
    }
    seen.remove("model,format,repository");
    Set<String> listed = new TreeSet<>();
    for (Model model : BundledCatalog.catalog().models().all()) {
      model
          .repositories()
          .forEach((format, where) -> listed.add(String.join(",", model.id(), format, where)));
    }
    assertEquals(seen, listed);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/models/repositories.csv", numLinesToSkip = 1)
  void areReadAsTheModelInTheFormat(String model, String format, String repository) {
    String named = URLEncoder.encode(repository, UTF_8);
    JsonNode answer = Asking.json(Asking.get("/v1/estimate?runtime=vllm&model=" + named));

    Model meant = BundledCatalog.catalog().models().find(model).orElseThrow();
    assertEquals(meant.huggingFaceId(), answer.at("/workload/model").asText());
    assertEquals(format, answer.at("/memory/format").asText());
  }

  /** What starts needs no other repository than the one that is named. */
  @ParameterizedTest
  @CsvSource({
    "model=qwen2.5-14b&quantization=8bit, Qwen/Qwen2.5-14B-Instruct-GPTQ-Int8",
    "model=qwen2.5-14b&quantization=awq, Qwen/Qwen2.5-14B-Instruct-AWQ",
    "model=qwen3-32b&quantization=fp8&runtime=vllm&provider=all, Qwen/Qwen3-32B-FP8",
    "model=qwen3-32b&quantization=bf16&max_gpus=4&provider=all, Qwen/Qwen3-32B",
    // FP8 of ModelOpt loads from Ada on; before that vLLM makes FP8 of the model itself
    "model=llama-3.3-70b&quantization=fp8&offer=pod-h100-sxm-secure&max_gpus=2, nvidia/Llama-3.3-70B-Instruct-FP8",
    "model=llama-3.1-8b&runtime=vllm&quantization=fp8&offer=ADA_24_PRO, nvidia/Llama-3.1-8B-Instruct-FP8",
    "model=llama-3.1-8b&runtime=vllm&quantization=fp8&offer=AMPERE_24, meta-llama/Llama-3.1-8B-Instruct",
    "model=llama-3.1-8b&runtime=vllm&quantization=fp8&offer=gpu-mi300x1-192gb, meta-llama/Llama-3.1-8B-Instruct"
  })
  void areWhatIsStarted(String question, String repository) {
    JsonNode launch = Asking.json(Asking.get("/v1/launch?" + question));
    String script = launch.at("/files/0/text").asText();

    assertTrue(script.contains("MODEL=" + repository + "\n"), script);
    assertFalse(launch.path("remarks").toString().contains("MODEL"), script);
  }

  @Test
  void standBesideTheFormatsOfAModel() {
    JsonNode model = Asking.json(Asking.get("/v1/models/qwen2.5-14b"));

    assertEquals(
        List.of("awq", "fp8", "gptq-int4", "gptq-int8"),
        model.path("repositories").findValuesAsText("format"));
    assertEquals("Qwen/Qwen2.5-14B-Instruct-AWQ", model.at("/repositories/0/repository").asText());
  }
}
