package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The files that start what is recommended, held against what is stored in {@code
 * src/test/resources/launch}; {@code .ci/launch} has the tools that take them read those.
 *
 * <p>{@code ./mvnw test -Dtest=GoldenLaunchTest -Dgolden.refresh=true} writes them anew: look at
 * the difference before you commit it.
 */
class GoldenLaunchTest {

  static final Path DIRECTORY = Path.of("src/test/resources/launch");

  /**
   * A question that has files.
   *
   * @param name of their folder
   */
  record Asked(String name, String query) {

    JsonNode answer() {
      return Asking.answer("/v1/launch?" + query);
    }

    JsonNode estimate() {
      return Asking.answer("/v1/recommendations?" + query.replaceFirst("&offer=[^&]*", ""));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Asked> questions() throws IOException {
    return Files.readAllLines(DIRECTORY.resolve("questions.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", 2))
        .map(words -> new Asked(words[0], words[1]));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void areTheStoredFiles(Asked asked) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (JsonNode file : asked.answer().path("files")) {
      files.put(file.path("name").asText(), file.path("text").asText());
    }
    Path folder = DIRECTORY.resolve(asked.name());
    if (Boolean.getBoolean("golden.refresh")) {
      write(folder, files);
    }

    assertEquals(files, read(folder));
  }

  /** What was estimated is what is configured, in both trainers' words. */
  @ParameterizedTest
  @MethodSource("questions")
  void haveTheSettingsThatWereEstimated(Asked asked) {
    JsonNode estimate = asked.estimate();
    JsonNode settings = estimate.path("workload");
    JsonNode answer = asked.answer();
    assertEquals(estimate.at("/assumed/runtime"), answer.path("runtime"));
    if (!settings.has("task")) {
      served(settings, file(answer, "serve.sh"));
      return;
    }
    Map<String, Object> trl = yaml(answer, "trl.yaml");
    Map<String, Object> axolotl = yaml(answer, "axolotl.yaml");
    same(settings.path("batch"), trl, "per_device_train_batch_size", axolotl, "micro_batch_size");
    same(settings.path("sequence_length"), trl, "max_length", axolotl, "sequence_len");
    boolean adapters = !settings.path("task").asText().equals("full");
    assertEquals(adapters, axolotl.containsKey("adapter"));
    assertEquals(adapters, trl.containsKey("use_peft"));
    if (adapters) {
      same(settings.path("lora_rank"), trl, "lora_r", axolotl, "lora_r");
    }
    boolean trained = settings.path("train_embeddings").asBoolean();
    assertEquals(trained, trl.containsKey("lora_modules_to_save"));
    assertEquals(trained, axolotl.containsKey("lora_modules_to_save"));
    String optimizer = settings.path("optimizer").asText();
    for (Object named : List.of(trl.get("optim"), axolotl.get("optimizer"))) {
      String plain = named.toString().replaceAll("_(torch(?=_8bit)|torch_fused|bnb)", "");
      assertEquals(optimizer, plain);
    }
    String checkpoints = settings.path("gradient_checkpointing").asText();
    assertEquals(!checkpoints.equals("none"), axolotl.get("gradient_checkpointing"));
    Map<?, ?> fsdp = (Map<?, ?>) trl.getOrDefault("fsdp_config", Map.of());
    assertEquals(
        !checkpoints.equals("none"),
        fsdp.isEmpty() ? trl.get("gradient_checkpointing") : fsdp.get("activation_checkpointing"));
    same(checkpoints.equals("offloaded"), trl, "activation_offloading", axolotl);
    boolean fused = settings.path("fused_loss").asBoolean();
    assertEquals(fused ? "chunked_nll" : "nll", trl.get("loss_type"));
    assertEquals(fused, axolotl.containsKey("liger_fused_linear_cross_entropy"));
    boolean flash = settings.path("flash_attention").asBoolean();
    assertEquals(!flash, trl.get("attn_implementation").equals("eager"));
    assertEquals(trl.get("attn_implementation"), axolotl.get("attn_implementation"));
    sharded(estimate, answer, trl, axolotl);
    quantized(answer.path("format").asText(), settings, trl, axolotl);
    boolean pure = !adapters && settings.path("precision").asText().equals("bf16");
    boolean zero = trl.containsKey("deepspeed");
    assertEquals(!pure || zero, trl.get("bf16"));
    assertEquals(pure && !zero, axolotl.containsKey("bfloat16"));
  }

  private static void served(JsonNode settings, String command) {
    int context = settings.path("context").asInt();
    boolean llama = command.contains("exec llama-server ");
    int slots = settings.path("concurrency").asInt();
    if (llama) {
      has(command, "--ctx-size " + context * slots);
      has(command, "--parallel " + slots);
    } else if (command.contains("exec vllm serve ")) {
      has(command, "--max-model-len " + context);
    }
    String cache = settings.path("kv_cache").asText();
    assertEquals(!cache.equals("bf16"), command.matches("(?s).*--(kv-cache-dtype|cache-type-k).*"));
    assertEquals(settings.path("lora_rank").asInt() > 0, command.contains("--enable-lora"));
  }

  private static void has(String command, String option) {
    assertTrue((command.strip() + " ").contains(option + " "), option);
  }

  private static void sharded(
      JsonNode estimate, JsonNode answer, Map<String, Object> trl, Map<String, Object> axolotl) {
    JsonNode pick = Asking.assessment(estimate, answer.path("offer").asText());
    for (JsonNode each : estimate.path("assessments")) {
      boolean same =
          each.path("offer").equals(answer.path("offer"))
              && each.path("gpus").equals(answer.path("gpus"));
      pick = same ? each : pick;
    }
    String sharding = pick.at("/training/sharding").asText();
    String offload = estimate.at("/workload/offload").asText();
    assertEquals(answer.path("gpus").asInt(), trl.get("num_processes"));
    assertEquals(sharding.equals("fsdp"), trl.containsKey("fsdp"));
    assertEquals(sharding.equals("fsdp"), axolotl.containsKey("fsdp_config"));
    assertEquals(sharding.startsWith("zero"), trl.containsKey("deepspeed"));
    assertEquals(sharding.startsWith("zero"), axolotl.containsKey("deepspeed"));
    if (sharding.equals("fsdp")) {
      boolean all = offload.equals("parameters");
      assertEquals(all, ((Map<?, ?>) trl.get("fsdp_config")).get("cpu_offload"));
      assertEquals(all, ((Map<?, ?>) axolotl.get("fsdp_config")).get("offload_params"));
    } else if (sharding.startsWith("zero")) {
      JsonNode zero = Asking.json(file(answer, "deepspeed.json")).path("zero_optimization");
      assertEquals(sharding, "zero" + zero.path("stage").asInt());
      assertEquals(!offload.equals("none"), zero.has("offload_optimizer"));
      assertEquals(offload.equals("parameters"), zero.has("offload_param"));
    }
  }

  private static void quantized(
      String format, JsonNode settings, Map<String, Object> trl, Map<String, Object> axolotl) {
    boolean nf4 = format.equals("nf4");
    assertEquals(nf4, trl.getOrDefault("load_in_4bit", false));
    assertEquals(nf4 ? "qlora" : null, nf4 ? axolotl.get("adapter") : null);
    if (nf4) {
      boolean twice = settings.path("double_quantization").asBoolean();
      assertEquals(twice, trl.get("use_bnb_nested_quant"));
      Map<?, ?> more = (Map<?, ?>) axolotl.get("bnb_config_kwargs");
      assertEquals(twice, more.get("bnb_4bit_use_double_quant"));
    }
  }

  private static void same(
      JsonNode value,
      Map<String, Object> trl,
      String one,
      Map<String, Object> axolotl,
      String two) {
    assertEquals(value.asInt(), trl.get(one), one);
    assertEquals(value.asInt(), axolotl.get(two), two);
  }

  private static void same(
      boolean value, Map<String, Object> trl, String name, Map<String, Object> axolotl) {
    assertEquals(value, trl.get(name), name);
    assertEquals(value, axolotl.get(name), name);
  }

  private static Map<String, Object> yaml(JsonNode answer, String name) {
    return new Yaml().load(file(answer, name));
  }

  private static String file(JsonNode answer, String name) {
    for (JsonNode file : answer.path("files")) {
      if (file.path("name").asText().equals(name)) {
        return file.path("text").asText();
      }
    }
    throw new AssertionError(name);
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Path old : list(folder)) {
      Files.delete(old);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(file.getFileName().toString(), Files.readString(file));
    }
    return files;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
