package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cards that the usual runtime runs no format of so few bits on, and llama.cpp does: it is taken
 * where nobody names another, and no format that only the others load.
 */
class OldCardsTest {

  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-8b&card=P40&quantization=q4, llama.cpp, q4_k_m",
    "model=llama-3.1-8b&card=P40, llama.cpp, q8_0",
    "model=qwen2.5-7b&card=P100&quantization=8bit, llama.cpp, q8_0",
    "model=qwen2.5-7b&card=V100&quantization=int4, llama.cpp, q4_k_m",
    "model=qwen2.5-7b&card=GTX 1080&quantization=4bit&concurrency=4, llama.cpp, q4_k_m",
    "model=gpt-oss-20b&card=T4, llama.cpp, mxfp4",
    "model=gpt-oss-20b&card=P40, llama.cpp, mxfp4",
    "model=gpt-oss-20b&card=L4, vllm, mxfp4",
    "model=qwen2.5-7b&card=T4&quantization=int4, transformers-4.46, gptq-int4",
    "model=qwen2.5-7b&card=T4&quantization=4bit&concurrency=2, vllm, gptq-int4",
    "model=qwen2.5-7b&card=P40&quantization=16bit, transformers-4.46, bf16",
    "model=qwen2.5-7b&card=P40&quantization=awq, vllm, awq",
    "model=qwen2.5-7b&card=P40&quantization=4bit&runtime=vllm, vllm, gptq-int4",
    "model=qwen2.5-7b&card=P40&quantization=4bit&runtime=transformers, transformers-4.46,"
        + " gptq-int4",
    "model=bge-m3&card=P40, vllm, fp8",
  })
  void runtimeOfACard(String query, String runtime, String format) {
    JsonNode answer = Asking.answer("/v1/estimate?" + query.replace(" ", "%20"));

    assertEquals(runtime, answer.at("/assumed/runtime").asText());
    assertEquals(format, answer.at("/memory/format").asText());
  }

  /** A name says a runtime, and the caller another: only what counts is told. */
  @ParameterizedTest
  @CsvSource({
    "'', 'qwen2.5-7b-instruct, q4_k_m, llama.cpp'",
    "runtime=llama.cpp, 'qwen2.5-7b-instruct, q4_k_m, llama.cpp'",
    "runtime=vllm, 'qwen2.5-7b-instruct, q4_k_m'",
    "runtime=vllm&quantization=awq, qwen2.5-7b-instruct",
    "quantization=q8_0, 'qwen2.5-7b-instruct, llama.cpp'",
  })
  void whatANameSaysIsToldAsFarAsItCounts(String said, String meant) {
    JsonNode answer =
        Asking.answer("/v1/estimate?card=T4&model=Qwen2.5-7B-Instruct-Q4_K_M.gguf&" + said);
    String note = answer.at("/notes/0/text").asText();

    assertEquals(meant, answer.at("/read_as/0/meant").asText());
    assertTrue(note.contains(" is read as " + meant + ": "), note);
  }
}
