package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each form of {@code quantization_config} says, in the fields that its tools write. */
class QuantizationConfigsTest {

  private static final Catalog CATALOG = BundledCatalog.catalog();
  private static final JsonNode CONFIGS = configs();

  private static JsonNode configs() {
    try (InputStream stream = QuantizationConfigsTest.class.getResourceAsStream("/configs.json")) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/models/quantization-configs.csv",
      delimiter = ';',
      quoteCharacter = '`',
      maxCharsPerColumn = 8192,
      numLinesToSkip = 2)
  void readsEachForm(String model, String written, String format, Double bits, Long in16Bit)
      throws IOException {
    ConfigModel.Read read = read(model, written);
    if (bits == null) {
      assertTrue(read.model().isEmpty());
      assertEquals(
          List.of("config.quantization_config"),
          read.faults().stream().map(Fault::parameter).toList());
      String said = Texts.in(Language.EN).write(read.faults().get(0).detail());
      assertTrue(said.startsWith("Weights stored as " + format + " are not covered."), said);
      return;
    }
    Model stored = read.model().orElseThrow();
    Quantization quantization = CATALOG.quantizations().find(format).orElseThrow();

    assertEquals(format, stored.nativeFormat());
    assertEquals(bits, stored.bitsPerWeight(quantization), 1e-9);
    assertEquals(in16Bit, stored.keptIn16Bit(format));
    assertEquals(
        bytes(stored, bits, in16Bit), WeightMemory.resident(stored, quantization).total(), 1);
  }

  /** Of all weights, added up without the catalogue's figures. */
  private static double bytes(Model model, double bits, long in16Bit) {
    long linear = model.linearParameters();
    long quantized =
        model.nativeFormat().equals("mxfp4") && model.experts().isPresent()
            ? model.expertParameters()
            : linear - in16Bit;
    return quantized * bits / 8 + 2.0 * (linear - quantized) + 2.0 * model.embeddingParameters();
  }

  /**
   * A configuration is read without the catalogue at hand: what it takes from there is the same.
   */
  @Test
  void knowsTheBitsOfTheCatalogue() {
    for (String format :
        List.of(
            "bf16",
            "fp16",
            "fp8",
            "w8a8",
            "int8",
            "gptq-int8",
            "gptq-int4",
            "awq",
            "w4a16",
            "w4a16-g32",
            "nvfp4",
            "nf4",
            "mxfp4")) {
      assertEquals(
          CATALOG.quantizations().find(format).orElseThrow().bitsPerWeight(),
          StoredWeights.of(format).effectiveBits(),
          format);
    }
  }

  private static ConfigModel.Read read(String model, String quantization) throws IOException {
    ObjectNode config = CONFIGS.path(model).deepCopy();
    config.set("quantization_config", new JsonMapper().readTree(quantization));
    return ConfigModel.read(ConfigFields.parse(config.toString()).orElseThrow());
  }
}
