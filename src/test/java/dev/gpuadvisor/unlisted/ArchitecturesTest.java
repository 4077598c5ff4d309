package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Architectures at their own sizes and at others, against what transformers builds of them. */
class ArchitecturesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  record Row(JsonNode json) {

    long number(String field) {
      return json.path(field).asLong();
    }

    Model model() {
      String config = json.path("config").toString();
      ConfigModel.Read read = ConfigModel.read(ConfigFields.parse(config).orElseThrow());
      assertEquals(List.of(), read.faults());
      return read.model().orElseThrow();
    }

    @Override
    public String toString() {
      return json.path("id").asText();
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream file =
        ArchitecturesTest.class.getResourceAsStream("/models/architectures.jsonl")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(ArchitecturesTest::row)
          .toList();
    }
  }

  private static Row row(String line) {
    try {
      return new Row(MAPPER.readTree(line));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void areMany() throws IOException {
    assertTrue(rows().size() >= 100, rows().size() + " are there");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void haveTheParametersOfTheirClass(Row row) {
    long expected = row.number("parameters");
    long actual = row.model().parameters();

    assertTrue(
        Math.abs(actual - expected) <= expected / 1000, row + ": " + actual + " for " + expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keepWhatTheirClassKeeps(Row row) {
    if (!row.json().has("cache_elements_at_64")) {
      return;
    }
    Model model = row.model();
    Optional<RecurrentLayers> recurrent = model.shape().recurrent();
    long convolution =
        recurrent.map(each -> each.layers() * each.convChannels() * each.convKernel()).orElse(0L);

    assertEquals(row.number("cache_elements_at_64"), model.shape().cacheElements(64));
    assertEquals(row.number("convolution"), convolution);
    assertEquals(
        row.number("state"),
        recurrent.map(each -> each.layers() * each.stateElements()).orElse(0L));
  }

  /** Whatever the layers are, each runtime has an answer; all of these fit on eight H200. */
  @ParameterizedTest
  @MethodSource("rows")
  void areAnsweredOnEachRuntime(Row row) {
    Model model = row.model();
    for (String name : List.of("vllm", "vllm-0.6", "vllm-0.9", "llama.cpp", "transformers-4.51")) {
      RuntimeProfile runtime = Workloads.CATALOG.runtimes().find(name).orElseThrow();
      Workload workload =
          new Workload(
              model, runtime, new Tokens(512, 128, 1), KvCacheType.BF16, Adapters.ofRank(0));
      Quantization format = Workloads.format(name.equals("llama.cpp") ? "q4_k_m" : "gptq-int4");
      MemoryEstimate memory = MemoryEstimate.of(workload, format);
      Fitting fitting = Fitting.of(workload, format, memory, Workloads.cards(8, "H200_SXM"));

      assertTrue(memory.requiredBytes() > 0, row + " on " + name);
      assertTrue(fitting.fit() != Fit.NO || fitting.obstacle().isPresent(), row + " on " + name);
    }
  }
}
