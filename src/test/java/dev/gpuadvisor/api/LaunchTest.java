package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is written to start a model: each file is one of its kind, and says what was estimated. */
class LaunchTest {

  private static Map<String, String> files(String query) {
    Map<String, String> files = new HashMap<>();
    for (JsonNode file : launch(query).path("files")) {
      files.put(file.path("name").asText(), file.path("text").asText());
    }
    return files;
  }

  private static JsonNode launch(String query) {
    return Asking.answer("/v1/launch?" + query);
  }

  /**
   * Ollama loads nothing before its server runs: what is started is the server, with the settings
   * of the estimate, and the weights follow.
   */
  @Test
  void ollamaIsServedBeforeItGetsTheWeights() throws IOException {
    Map<String, String> files =
        files("model=llama-3.1-8b&runtime=ollama&context=16k&concurrency=2");
    String started =
        "sh -c \"OLLAMA_HOST=0.0.0.0 OLLAMA_CONTEXT_LENGTH=16384 OLLAMA_NUM_PARALLEL=2 ollama serve"
            + " & until ollama pull hf.co/$MODEL:Q4_K_M; do sleep 1; done; wait\"";

    assertTrue(files.get("serve.sh").endsWith("exec " + started + "\n"), files.get("serve.sh"));
    assertTrue(
        files.get("docker.sh").contains("--entrypoint sh ollama/ollama:latest -c \"OLLAMA_HOST"),
        files.get("docker.sh"));
    assertTrue(files.get("docker.sh").contains("$HOME/.ollama:/root/.ollama"));
    assertTrue(files.get("kubernetes.yaml").contains("command: [\"sh\", \"-c\", \"OLLAMA_HOST"));
    assertTrue(files.get("kubernetes.yaml").contains("hf.co/$(MODEL):Q4_K_M;"));
    String pod =
        files("model=llama-3.1-8b&runtime=ollama&provider=runpod-pods").get("runpod-pod.json");
    assertEquals("sh", Asking.json(pod).at("/dockerEntrypoint/0").asText());
    String words = Asking.json(pod).at("/dockerStartCmd/1").asText();
    assertTrue(words.contains("pull hf.co/meta-llama/Llama-3.1-8B-Instruct-GGUF:Q4_K_M;"), words);
  }

  /** Images and packages of CUDA do not start on AMD's cards, which Docker hands over by device. */
  @ParameterizedTest
  @CsvSource({
    "vllm, vllm/vllm-openai-rocm:v",
    "llama.cpp, ghcr.io/ggml-org/llama.cpp:server-rocm-b",
    "ollama, ollama/ollama:rocm",
  })
  void cardsOfAmdGetWhatIsBuiltForThem(String runtime, String image) {
    Map<String, String> files =
        files("model=llama-3.1-8b&offer=gpu-mi300x1-192gb&runtime=" + runtime);

    assertTrue(files.get("docker.sh").contains("--device /dev/kfd --device /dev/dri"));
    assertTrue(files.get("kubernetes.yaml").contains("amd.com/gpu: 1"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      String text = file.getValue();
      assertFalse(text.matches("(?s).*(nvidia|cuda|--gpus|pip install vllm).*"), text);
      assertEquals(
          text.contains("docker run") || text.contains("image: "), text.contains(image), text);
    }
  }

  /** Who starts a machine with several GPUs uses them, as who compares it does. */
  @ParameterizedTest
  @CsvSource({
    "offer=g6.xlarge, transformers-4.46",
    "offer=g6.12xlarge, vllm",
    "offer=p5.48xlarge, vllm",
  })
  void aMachineOfSeveralGpusIsServed(String named, String runtime) {
    JsonNode launch = launch("model=llama-3.1-8b&quantization=16bit&" + named);

    assertEquals(runtime, launch.path("runtime").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=llama-3.1-8b&runtime=vllm",
        "model=llama-3.1-8b&runtime=vllm&quantization=fp8&kv_cache=fp8&concurrency=16",
        "model=llama-3.1-70b&runtime=vllm&max_gpus=8&quantization=16bit&provider=runpod-pods,modal",
        "model=qwen2.5-14b&runtime=llama.cpp&quantization=q4_k_m&concurrency=4&kv_cache=q8_0",
        "model=qwen2.5-14b&runtime=ollama",
        "model=gpt-oss-120b&provider=modal",
        "model=qwen2.5-14b",
        "model=llama-3.1-8b&runtime=vllm&lora_rank=16&offer=g5.xlarge",
        "model=dots.ocr&runtime=vllm&provider=all",
      })
  void areReadByTheirOwnParsers(String query, @TempDir Path folder) throws Exception {
    for (Map.Entry<String, String> file : files(query).entrySet()) {
      String name = file.getKey();
      String text = file.getValue();
      assertTrue(text.endsWith("\n"), name);
      assertFalse(
          text.matches(
              "(?s).*(Version\\[|Optional|null|NAME|IMAGE|WORDS|REPOSITORY|ENTRY|CLOUD\\b|OWN\\b|POOL|CARDS|GPUS|PORT\\b).*"),
          text);
      if (name.endsWith(".json")) {
        assertFalse(Asking.json(text).isEmpty(), name);
      } else if (name.matches(".*\\.ya?ml")) {
        new Yaml().loadAll(text).forEach(document -> assertTrue(document instanceof Map, name));
      } else if (name.endsWith(".sh")) {
        assertTrue(text.startsWith("#!/bin/sh\n"));
        assertEquals(0, run(folder, text, "sh", "-n"), text);
      } else {
        assertTrue(text.contains(name.endsWith(".tf") ? "resource " : "import "), name);
      }
    }
  }

  private static int run(Path folder, String text, String... command) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), text);
    String[] whole = {command[0], command[1], script.toString()};
    return new ProcessBuilder(whole).redirectErrorStream(true).start().waitFor();
  }

  /** The command has the settings that the assessment of the same question counted with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=llama-3.1-8b&runtime=vllm&context=16384&concurrency=8",
        "model=qwen2.5-14b&runtime=vllm&gpu_memory_utilization=0.85&max_num_seqs=64",
        "model=llama-3.1-70b&runtime=vllm&max_gpus=8&quantization=4bit",
        "model=llama-3.3-70b&runtime=vllm&max_gpus=8&quantization=fp8&parallel=tp2pp2",
        "model=llama-3.3-70b&runtime=vllm&max_gpus=3&quantization=4bit&provider=all",
        "model=llama-3.3-70b&runtime=vllm&max_gpus=4&quantization=nf4&gpu_memory_utilization=0.9",
      })
  void sayWhatWasEstimated(String query) {
    JsonNode recommendation = Asking.answer("/v1/recommendations?" + query);
    JsonNode pick = recommendation.path("picks").path("recommended");
    JsonNode launch = launch(query);
    for (String same : new String[] {"offer", "provider", "gpus", "format"}) {
      assertEquals(pick.path(same), launch.path(same));
    }
    JsonNode vllm = null;
    for (JsonNode assessment : recommendation.path("assessments")) {
      boolean same =
          assessment.path("offer").equals(pick.path("offer"))
              && assessment.path("gpus").equals(pick.path("gpus"))
              && assessment.path("format").equals(pick.path("format"));
      vllm = same ? assessment.path("vllm") : vllm;
    }
    String command = files(query).get("serve.sh");
    assertHas(command, "--max-model-len " + recommendation.at("/workload/context").asInt());
    assertHas(command, "--max-num-seqs " + vllm.path("max_num_seqs").asInt());
    assertHas(command, "--max-num-batched-tokens " + vllm.path("max_num_batched_tokens").asInt());
    String share = command.replaceAll("(?s).*--gpu-memory-utilization (\\S+).*", "$1");
    assertEquals(vllm.path("gpu_memory_utilization").asDouble(), Double.parseDouble(share));
    int gpus = 1;
    for (String option : new String[] {"tensor", "pipeline", "data"}) {
      String pattern = "(?s).*--" + option + "-parallel-size (\\d+).*";
      gpus *= command.matches(pattern) ? Integer.parseInt(command.replaceAll(pattern, "$1")) : 1;
    }
    assertEquals(pick.path("gpus").asInt(), gpus);
  }

  private static void assertHas(String command, String option) {
    assertTrue(command.contains(option + " ") || command.contains(option + "\n"), option);
  }

  /** What vLLM reads besides its own formats has packages of its own. */
  @ParameterizedTest
  @CsvSource({
    "0.21, nf4, --quantization bitsandbytes, bitsandbytes",
    "0.26, q4_k_m, --tokenizer Qwen/Qwen2.5-14B-Instruct, vllm-gguf-plugin",
    "0.26, q4_k_m, :Q4_K_M, vllm-gguf-plugin",
  })
  void packagesOfOtherFormats(String release, String format, String option, String packages) {
    JsonNode launch =
        launch("model=qwen2.5-14b&runtime=vllm-" + release + "&quantization=" + format);
    String files = launch.path("files").toString();

    assertTrue(files.contains(option), files);
    assertTrue(files.contains("pip install vllm==" + release + ".0 " + packages), files);
    assertTrue(launch.toString().contains("pip install " + packages), launch.toString());
  }

  /** A server of 4-bit weights cannot be started from a repository of 16-bit ones. */
  @Test
  void sayWhereWeightsAreMissing() {
    assertTrue(
        launch("model=llama-3.1-8b&runtime=vllm&quantization=awq")
            .at("/remarks/0")
            .asText()
            .contains("awq"));
    assertEquals(
        "[]",
        launch("model=llama-3.1-8b&runtime=vllm&quantization=16bit").path("remarks").toString());
    assertEquals("[]", launch("model=gpt-oss-20b&runtime=vllm").path("remarks").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "modal, modal_app.py",
    "runpod-serverless, runpod-endpoint.json",
    "runpod-pods, runpod-pod.json",
    "hf-inference-endpoints, hf_endpoint.py"
  })
  void areForThePlaceToo(String provider, String file) {
    assertTrue(files("model=llama-3.1-8b&runtime=vllm&provider=" + provider).containsKey(file));
    String text = files("model=llama-3.1-8b&runtime=vllm&provider=" + provider).get(file);
    assertTrue(text.contains("/Llama-3.1-8B-Instruct"), text);
    assertTrue(text.contains("\"vllm\"") && text.contains("\"serve\""), text);
  }

  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-405b&quantization=16bit, model",
    "model=llama-3.1-70b&quantization=16bit&offer=AMPERE_24, offer",
    "model=llama-3.1-405b&task=full&max_gpus=1, model",
    "model=llama-3.1-8b&offer=nothing, offer"
  })
  void areNotWrittenForWhatDoesNotStart(String query, String parameter) {
    JsonNode problem = Asking.json(Asking.get("/v1/launch?" + query));

    assertEquals(400, problem.path("status").asInt());
    assertEquals(parameter, problem.at("/errors/0/parameter").asText());
  }

  @Test
  void areAsManyAsThereArePlaces() throws IOException {
    assertEquals(
        "[.dstack.yml, docker.sh, kubernetes.yaml, runpod-endpoint.json, serve.sh, skypilot.yaml]",
        new TreeSet<>(files("model=llama-3.1-8b&runtime=vllm").keySet()).toString());
  }
}
