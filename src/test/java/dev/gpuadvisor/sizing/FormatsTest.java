package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.cards;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gpuadvisor.catalog.RuntimeProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the name of a format means for a model, in a runtime, on cards. */
class FormatsTest {

  private static RuntimeProfile runtime(String name) {
    return CATALOG.runtimes().find(name).orElseThrow();
  }

  /** gpt-oss is published in MXFP4 and DeepSeek V3 in FP8: nobody makes more bits of them. */
  @ParameterizedTest
  @CsvSource({
    "8bit, gpt-oss-20b, vllm, mxfp4, true",
    "4bit, gpt-oss-20b, vllm, mxfp4, false",
    "16bit, gpt-oss-20b, vllm, bf16, false",
    "8bit, deepseek-v3, vllm, fp8, false",
    "4bit, deepseek-v3, vllm, gptq-int4, false",
    "8bit, llama-3.1-8b, vllm, fp8, false",
    "8bit, llama-3.1-8b, llama.cpp, q8_0, false",
    "4bit, llama-3.1-8b, llama.cpp, q4_k_m, false",
    "3bit, llama-3.1-8b, llama.cpp, q3_k_m, false",
  })
  void ofAFamily(String family, String model, String runtime, String format, boolean smaller) {
    QuantizationChoice choice =
        QuantizationChoice.ofFamily(family, model(model), runtime(runtime)).orElseThrow();

    assertEquals(format, choice.format().id());
    assertEquals(smaller, choice.isSmallerThanAsked());
  }

  @ParameterizedTest
  @CsvSource({"3bit, vllm", "6bit, transformers", "9bit, llama.cpp"})
  void ofNoFamily(String family, String runtime) {
    assertEquals(
        "none",
        QuantizationChoice.ofFamily(family, model("gpt-oss-20b"), runtime(runtime))
            .map(choice -> choice.format().id())
            .orElse("none"));
  }

  /** BF16 does not run on Turing and older in vLLM; FP16 takes the same memory. */
  @ParameterizedTest
  @CsvSource({
    "16bit, vllm, T4, fp16",
    "16bit, vllm, L4, bf16",
    "16bit, vllm, V100_SXM_16, fp16",
    "bf16, vllm, T4, bf16",
    "8bit, vllm, T4, fp8",
  })
  void onACard(String asked, String runtime, String card, String format) {
    QuantizationChoice choice =
        asked.endsWith("bit")
            ? QuantizationChoice.ofFamily(asked, model("llama-3.1-8b"), runtime(runtime))
                .orElseThrow()
            : QuantizationChoice.ofFormat(format(asked));

    assertEquals(format, choice.on(runtime(runtime), cards(1, card)).format().id());
  }

  @Test
  void fp16StandsInForBf16() {
    QuantizationChoice bf16 =
        QuantizationChoice.ofFamily("16bit", model("llama-3.1-8b"), runtime("vllm")).orElseThrow();
    QuantizationChoice fp16 = bf16.on(runtime("vllm"), cards(1, "T4"));

    assertEquals(true, fp16.isStandIn(runtime("vllm"), cards(1, "T4").cards()));
    assertEquals(false, bf16.isStandIn(runtime("vllm"), cards(1, "L4").cards()));
    assertEquals(bf16, fp16);
    assertEquals(bf16.hashCode(), fp16.hashCode());
    assertNotEquals(bf16, QuantizationChoice.ofFormat(format("bf16")));
    assertNotEquals(
        QuantizationChoice.ofFormat(format("gptq-int8")),
        QuantizationChoice.ofFormat(format("gptq-int4")));
  }
}
