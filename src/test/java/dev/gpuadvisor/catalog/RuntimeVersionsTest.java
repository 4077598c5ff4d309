package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any release may be named. */
class RuntimeVersionsTest {

  @ParameterizedTest
  @CsvSource({
    "vllm-0.33, vllm-0.29",
    "vllm-0.29.0, vllm-0.29",
    "vllm-0.28.0, vllm-0.28",
    "vllm-0.26.1rc1.dev608, vllm-0.26",
    "vllm-0.25.1, vllm-0.25",
    "vllm-0.25.0, vllm",
    "vLLM v0.21.0, vllm",
    "vllm==0.31, vllm-0.29",
    "transformers-4.46.3, transformers-4.46",
    "transformers 4.43, transformers-4.40",
    "transformers-4.30, transformers-4.40",
    "transformers-5.1, transformers-4.51",
    "transformers-4.9, transformers-4.40",
    "llama.cpp-b9300, llama.cpp-b8643",
    "llama.cpp-b8000, llama.cpp-b7830"
  })
  void aReleaseMeansTheProfileThatCoversIt(String name, String profile) {
    assertEquals(Optional.of(profile), find(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vllm-x", "vllm-b", "0.16", "sglang-0.5", "vllm-1234567"})
  void whatNamesNoReleaseMeansNothing(String name) {
    assertEquals(Optional.empty(), find(name));
  }

  private static Optional<String> find(String name) {
    return BundledCatalog.catalog().runtimes().find(name).map(RuntimeProfile::id);
  }
}
