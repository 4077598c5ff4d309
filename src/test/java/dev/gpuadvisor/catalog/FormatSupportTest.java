package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatSupportTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();

  @ParameterizedTest
  @CsvSource({
    "vllm, fp8, RTX_3090, weight_only",
    "vllm, fp8, A100_SXM_80, weight_only",
    "vllm, fp8, L4, native",
    "vllm, fp8, T4, weight_only",
    "vllm-0.13, fp8, T4, none",
    "vllm, fp8, V100_SXM_32, none",
    "vllm, bf16, T4, none",
    "vllm, fp16, T4, native",
    "vllm, awq, T4, native",
    "vllm, mxfp4, A100_SXM_80, weight_only",
    "vllm, mxfp4, H100_SXM, weight_only",
    "vllm, mxfp4, B200, native",
    "vllm, mxfp4, RTX_5090, weight_only",
    "vllm, mxfp4, T4, none",
    "vllm, w8a8, T4, native",
    "vllm, w8a8, A100_SXM_80, native",
    "vllm, w8a8, B200, none",
    "vllm, w8a8, RTX_5090, none",
    "vllm, nf4, T4, experimental",
    "vllm, q4_k_m, L4, experimental",
    "transformers, fp8, RTX_3090, none",
    "transformers, bf16, T4, emulated",
    "llama.cpp, q4_k_m, T4, native"
  })
  void kernelsNeedAComputeCapability(String runtime, String format, String card, String how) {
    String found =
        CATALOG
            .runtimes()
            .find(runtime)
            .orElseThrow()
            .support()
            .on(
                CATALOG.cards().find(card).orElseThrow(),
                CATALOG.quantizations().find(format).orElseThrow())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .orElse("none");
    assertEquals(how, found);
  }

  /** A format that a runtime loads without a row in the table would run anywhere. */
  @Test
  void eachFormatThatARuntimeLoadsHasARow() {
    for (RuntimeProfile runtime : CATALOG.runtimes().all()) {
      for (List<Quantization> family : runtime.formats().values()) {
        for (Quantization format : family) {
          assertTrue(runtime.support().least(format).isPresent(), runtime.id() + " " + format.id());
        }
      }
    }
  }

  /** A row of what a runtime does not load would be a promise that nothing keeps. */
  @Test
  void eachRowIsOfAFormatThatTheRuntimeLoads() {
    for (RuntimeProfile runtime : CATALOG.runtimes().all()) {
      if (!runtime.isDefault()) {
        continue;
      }
      for (String id : runtime.support().steps().keySet()) {
        boolean loaded =
            Stream.concat(
                    runtime.formats().values().stream().flatMap(List::stream),
                    runtime.besides().stream())
                .anyMatch(format -> format.id().equals(id));
        assertTrue(loaded || id.equals("*"), runtime.id() + " " + id);
      }
    }
  }

  /** What is only experimental is nobody's choice for a family of bits. */
  @Test
  void whatIsExperimentalHasToBeNamed() {
    for (RuntimeProfile runtime : CATALOG.runtimes().all()) {
      for (Quantization format : CATALOG.quantizations().all()) {
        boolean advised =
            runtime.formats().values().stream().anyMatch(family -> family.contains(format));
        assertEquals(
            runtime.support().isExperimental(format),
            runtime.besides().contains(format),
            format.id());
        assertFalse(advised && runtime.besides().contains(format), format.id());
      }
    }
  }

  @Test
  void capabilitiesAreComparedByNumber() {
    assertTrue(new Capability(10, 0).compareTo(new Capability(9, 0)) > 0);
    assertTrue(new Capability(8, 9).compareTo(new Capability(8, 6)) > 0);
    assertTrue(Capability.parse("8").isEmpty());
    assertTrue(Capability.parse("8.x").isEmpty());
  }
}
