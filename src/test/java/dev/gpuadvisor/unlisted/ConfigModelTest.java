package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.problem.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations with the fields that the published ones have, against what the catalogue knows of
 * the same models.
 */
class ConfigModelTest {

  private static final JsonNode CONFIGS = configs();

  private static JsonNode configs() {
    try (InputStream file = ConfigModelTest.class.getResourceAsStream("/configs.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    CONFIGS.fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  private static ConfigModel.Read read(JsonNode config) {
    return ConfigModel.read(ConfigFields.parse(config.toString()).orElseThrow());
  }

  private static ObjectNode llama() {
    return CONFIGS.path("llama-3.1-8b-instruct").deepCopy();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void givesTheModelOfTheCatalogue(String id) {
    Model known = BundledCatalog.catalog().models().find(id).orElseThrow();
    ConfigModel.Read read = read(CONFIGS.path(id));

    assertEquals(List.of(), read.faults());
    Model model = read.model().orElseThrow();
    assertEquals(known.shape(), model.shape());
    assertEquals(known.parameters(), model.parameters());
    assertEquals(known.activeParameters(), model.activeParameters());
    assertEquals(known.expertParameters(), model.expertParameters());
    assertEquals(known.nativeFormat(), model.nativeFormat());
  }

  @Test
  void anUnknownArchitectureIsCountedLikeLlama() {
    Model model = read(llama().put("model_type", "newcomer")).model().orElseThrow();

    assertEquals(8_030_261_248L, model.parameters());
    assertEquals(Origin.Kind.LIKE_LLAMA, model.origin().kind());
  }

  /** It may have two matrices where Llama has three: the error bar says so. */
  @Test
  void anUnknownArchitectureIsUncertainByItsGates() {
    Origin unknown = read(llama().put("model_type", "newcomer")).model().orElseThrow().origin();

    assertEquals(0.234, unknown.weightsSpread(), 0.001);
    assertEquals(0, read(llama()).model().orElseThrow().origin().weightsSpread());
  }

  @ParameterizedTest
  @CsvSource({
    "layer_types, '[\"linear_attention\"]'",
    "vision_config, '{\"depth\": 27}'",
    "mamba_d_state, 128",
    "num_experts, 8"
  })
  void namesWhatIsNotUnderstoodOfAnUnknownArchitecture(String field, String value) {
    ObjectNode config = llama().put("model_type", "newcomer").put("num_hidden_layers", 1);
    String json = config.toString().replaceFirst("}$", ",\"" + field + "\":" + value + "}");
    List<Fault> faults = ConfigModel.read(ConfigFields.parse(json).orElseThrow()).faults();

    String named = field.equals("num_experts") ? "model_type" : field;
    assertEquals(List.of("config." + named), faults.stream().map(Fault::parameter).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'quant_method': 'fbgemm_fp8', 'modules_to_not_convert': []} | fp8 | 0",
        "{'quant_method': 'fp8', 'modules_to_not_convert': ['model.layers.0.self_attn']} | fp8 |"
            + " 41943040",
        "{'quant_method': 'bitsandbytes', 'load_in_4bit': true} | nf4 | 0",
        "{'quant_method': 'gptq', 'bits': 8} | gptq-int8 | 0",
        "{'quant_method': 'compressed-tensors', 'format': 'pack-quantized', 'config_groups':"
            + " {'group_0': {'weights': {'num_bits': 4, 'type': 'int', 'group_size': 128}}}}"
            + " | w4a16 | 0",
        "{'quant_method': 'compressed-tensors', 'format': 'int-quantized', 'config_groups':"
            + " {'group_0': {'weights': {'num_bits': 8, 'type': 'int'}}}} | w8a8 | 0",
        "{'quant_method': 'compressed-tensors', 'ignore': ['re:.*mlp.down_proj'],"
            + " 'config_groups': {'group_0': {'weights': {'num_bits': 8, 'type': 'float'}}}}"
            + " | fp8 | 1879048192",
        "{'quant_method': 'modelopt', 'quant_algo': 'NVFP4', 'exclude_modules':"
            + " ['model.layers.3*', 'lm_head']} | nvfp4 | 218103808"
      })
  void readsWhatAFormatLeavesIn16Bit(String written, String format, long in16Bit) {
    String quantization = written.replace('\'', '"');
    String json =
        llama().toString().replaceFirst("}$", ",\"quantization_config\":" + quantization + "}");
    Model model = ConfigModel.read(ConfigFields.parse(json).orElseThrow()).model().orElseThrow();

    assertEquals(format, model.nativeFormat());
    assertEquals(in16Bit, model.keptIn16Bit(format));
  }

  @Test
  void takesNvidiasFileBesideTheConfiguration() {
    String posted =
        "{\"producer\": {}, \"quantization\": {\"quant_algo\": \"NVFP4\","
            + " \"exclude_modules\": [\"lm_head\", \"model.layers.0.self_attn*\"]}}";
    ConfigModel.Read read =
        ConfigModel.read(
            ConfigFields.parse(llama().toString()).orElseThrow(), ConfigFields.parse(posted));

    assertEquals("nvfp4", read.model().orElseThrow().nativeFormat());
    assertEquals(41_943_040, read.model().orElseThrow().keptIn16Bit("nvfp4"));
  }

  @Test
  void readsNumbersThatPythonWrites() {
    String json = llama().toString().replaceFirst("}$", ",\"time_step_limit\":[0.0,Infinity]}");

    assertTrue(ConfigFields.parse(json).isPresent());
  }

  /** Two matrices without a gate, biases everywhere, one table. */
  @Test
  void countsStarCoderAsWhatItIs() {
    ObjectNode config = llama().put("model_type", "starcoder2").put("num_hidden_layers", 30);
    config.put("hidden_size", 3072).put("intermediate_size", 12288).put("vocab_size", 49152);
    config.put("num_attention_heads", 24).put("num_key_value_heads", 2);
    config.put("tie_word_embeddings", true);

    assertEquals(3_030_371_328L, read(config).model().orElseThrow().parameters());
  }

  @ParameterizedTest
  @CsvSource({"hidden_size", "num_hidden_layers", "vocab_size", "intermediate_size"})
  void namesWhatIsMissing(String field) {
    ObjectNode config = llama();
    config.remove(field);

    assertEquals(List.of("config." + field), faulty(config));
  }

  @ParameterizedTest
  @CsvSource({
    "hidden_size, -4096",
    "hidden_size, 0",
    "hidden_size, 4096.5",
    "hidden_size, 1e999999999",
    "hidden_size, 99999999999999999999",
    "hidden_size, '\"4k\"'",
    "hidden_size, true",
    "hidden_size, [4096]",
    "num_hidden_layers, 513",
    "vocab_size, 2147483648",
    "num_key_value_heads, 5",
    "num_key_value_heads, 33",
    "head_dim, 1025",
    "attention_bias, 1",
    "max_position_embeddings, 16777217"
  })
  void namesWhatIsHostile(String field, String value) {
    ObjectNode config = llama();
    config.remove(field);
    String json = config.toString().replaceFirst("}$", ",\"" + field + "\":" + value + "}");
    List<Fault> faults = ConfigModel.read(ConfigFields.parse(json).orElseThrow()).faults();

    assertEquals(List.of("config." + field), faults.stream().map(Fault::parameter).toList());
  }

  @Test
  void namesEverythingAtOnce() {
    ObjectNode config = llama().put("vocab_size", -1).put("num_attention_heads", "many");

    assertEquals(List.of("config.num_attention_heads", "config.vocab_size"), faulty(config));
  }

  @Test
  void namesTheFieldOfTheLanguageModel() {
    ObjectNode config = CONFIGS.path("gemma-3-27b-it").deepCopy();
    ((ObjectNode) config.path("text_config")).put("intermediate_size", 0);

    assertEquals(List.of("config.text_config.intermediate_size"), faulty(config));
  }

  @Test
  void refusesExpertsOfAnArchitectureThatIsNotKnown() {
    ObjectNode config = CONFIGS.path("qwen3-30b-a3b").deepCopy();

    assertEquals(List.of("config.model_type"), faulty(config.put("model_type", "newcomer")));
  }

  @Test
  void refusesSizesThatTogetherAreTooMuch() {
    ObjectNode huge = llama().put("hidden_size", 65_536).put("num_hidden_layers", 512);
    huge.put("num_attention_heads", 1024).put("num_key_value_heads", 1024).put("head_dim", 1024);

    assertTrue(read(huge).model().isEmpty());
    assertEquals(List.of("config.hidden_size"), faulty(huge));
  }

  private static List<String> faulty(JsonNode config) {
    return read(config).faults().stream().map(Fault::parameter).toList();
  }
}
