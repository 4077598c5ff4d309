package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.model;
import static dev.gpuadvisor.sizing.Workloads.transformers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizationChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "8bit,  qwen2.5-14b, gptq-int8",
    "4bit,  qwen2.5-14b, gptq-int4",
    "16bit, qwen2.5-14b, bf16",
    "8bit,  deepseek-v3, fp8",
    "4bit,  gpt-oss-20b, mxfp4",
    "16bit, gpt-oss-20b, bf16"
  })
  void aFamilyMeansThePublishedFormatElseThePreferredOne(
      String family, String model, String format) {
    QuantizationChoice choice =
        QuantizationChoice.ofFamily(family, model(model), transformers()).orElseThrow();
    assertEquals(format, choice.format().id());
    assertEquals(family, choice.asked());
  }

  @Test
  void anUnknownFamilyMeansNothing() {
    assertTrue(QuantizationChoice.ofFamily("3bit", model("qwen2.5-14b"), transformers()).isEmpty());
  }
}
