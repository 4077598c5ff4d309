package dev.gpuadvisor.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Model;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model is named, or described in one way. */
class ModelInputTest {

  /** Of meta-llama/Llama-3.1-8B, whose card says 8.03 billion. */
  private static final String LLAMA =
      """
      {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 32,
       "hidden_size": 4096, "num_attention_heads": 32, "num_key_value_heads": 8,
       "intermediate_size": 14336, "vocab_size": 128256, "torch_dtype": "bfloat16"}\
      """;

  private static String config(String json) {
    return "config=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @Test
  void aConfigurationIsAModel() {
    Model model = Asking.workload(config(LLAMA)).model();

    assertEquals(8_030_261_248L, model.parameters());
  }

  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-8b&config=CONFIG, config: fault.two_models",
    "model=llama-3.1-8b&layers=32, layers: fault.two_models",
    "model=llama-3.1-8b&parameters=8b, parameters: fault.two_models",
    "config=CONFIG&layers=32, layers: fault.two_models",
    "model=llama-3.1-8b&hf_quant_config=CONFIG, hf_quant_config: fault.quantization_of_what",
  })
  void twoModelsAreOneTooMany(String query, String fault) {
    String written = query.replace("config=CONFIG", config(LLAMA));

    assertEquals(List.of(fault), Asking.faults(written));
  }

  @Test
  void eachSizeTooManyIsNamed() {
    assertEquals(
        List.of("layers: fault.two_models", "heads: fault.two_models"),
        Asking.faults("model=llama-3.1-8b&layers=32&heads=32"));
  }

  @Test
  void nothingIsNoModel() {
    assertEquals(List.of("model: fault.missing"), Asking.faults("context=4k"));
  }

  /** What is no language model is named by what it is, not by the fields that it lacks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'_class_name': 'FluxTransformer2DModel', 'num_layers': 19} | uncovered.image_model",
        "{'_class_name': 'SomethingUnheardOf', 'num_layers': 19} | uncovered.image_model",
        "{'_class_name': 'WanTransformer3DModel', 'num_layers': 40} | uncovered.video_model",
        "{'_class_name': 'UNet3DConditionModel', 'layers_per_block': 2} | uncovered.video_model",
        "{'_class_name': 'UNet2DConditionModel', 'layers_per_block': 2} | uncovered.image_model",
        "{'model_type': 'whisper', 'num_layers': 19} | uncovered.speech_model",
      })
  void otherKinds(String json, String reason) {
    assertEquals(
        List.of("config: " + reason), Asking.faults(config(json.strip().replace('\'', '"'))));
  }

  @Test
  void aSizeThatIsMissingIsNamed() {
    String without = LLAMA.replace("\"hidden_size\": 4096, ", "");

    assertEquals(
        List.of("config.hidden_size: fault.config_missing"), Asking.faults(config(without)));
  }
}
