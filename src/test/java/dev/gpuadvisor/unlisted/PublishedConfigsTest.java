package dev.gpuadvisor.unlisted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.RecurrentLayers;
import dev.gpuadvisor.unlisted.PublishedConfigs.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published configuration at hand is sized to the parameter, or nearly. */
class PublishedConfigsTest {

  private static final int BYTES_16_BIT = 2;
  private static final double MB = 1e6;

  static List<Row> rows() {
    return PublishedConfigs.all();
  }

  private static Model model(Row row) {
    ConfigModel.Read read = row.read();
    assertEquals(List.of(), read.faults());
    return read.model().orElseThrow();
  }

  private static void near(double expected, double percent, double actual, String what) {
    double most = Math.max(0.005, expected * percent / 100);
    assertTrue(Math.abs(actual - expected) <= most, what + ": " + actual + " for " + expected);
  }

  @Test
  void areNotFewerThanThere() {
    assertEquals(133, rows().size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void haveTheParametersThatAreLoaded(Row row) {
    near(row.parameters(), 0.1, model(row).parameters(), "parameters");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keepWhatTheRuntimeKeeps(Row row) {
    Model model = model(row);
    double at8k = model.shape().cacheElements(8192) * BYTES_16_BIT / MB;
    double at128k = model.shape().cacheElements(131_072) * BYTES_16_BIT / MB;
    double state = model.shape().recurrent().map(RecurrentLayers::bytesInVllm).orElse(0L) / MB;

    near(row.number("kv_mb_at_8k"), 1, at8k, "cache at 8k");
    near(row.number("kv_mb_at_128k"), 1, at128k, "cache at 128k");
    near(row.number("state_mb"), 1, state, "state");
    double index = model.shape().indexBytes(131_072) / 131_072.0;
    near(row.number("index_bytes"), 1, index, "index");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nameTheFormatThatTheyArePublishedIn(Row row) {
    assertEquals(format(row.format()), model(row).nativeFormat());
  }

  /** What NVIDIA says in a file beside the configuration is not in it. */
  private static String format(String said) {
    if (said.contains("only in hf_quant_config")) {
      return "bf16";
    }
    if (said.contains("experts fp4")) {
      return "fp8-mxfp4";
    }
    if (said.startsWith("compressed-tensors")) {
      return said.contains("int4") ? "w4a16-g32" : said.contains("float4") ? "mxfp4" : "fp8";
    }
    return said.equals("modelopt NVFP4")
        ? "nvfp4"
        : said.startsWith("awq") ? "awq" : said.toLowerCase().startsWith("fp8") ? "fp8" : said;
  }

  @Test
  void encodersKeepNothing() {
    for (Row row : rows()) {
      if (row.number("kv_mb_at_8k") == 0) {
        assertEquals(ModelKind.ENCODER, model(row).kind(), row.id());
        assertFalse(model(row).shape().hasCache(), row.id());
      }
    }
  }

  /** What checkpoints leave in 16 bit, by the sizes of the repositories, in 10^9 bytes. */
  @Test
  void countWhatAFormatLeavesIn16Bit() {
    Model kimi = model(named("moonshotai/Kimi-K2-Thinking"));

    near(595, 1, checkpoint(kimi, 4.5) / 1e9, "Kimi K2 Thinking in GB");
    Model qwen = model(named("Qwen/Qwen3.8-27B-FP8"));
    near(30.87, 2.5, checkpoint(qwen, 8) / 1e9, "Qwen3.8 27B in GB");
  }

  private static double checkpoint(Model model, double bits) {
    double kept = model.keptIn16Bit(model.nativeFormat());
    double in16Bit = model.parameters() - model.linearParameters() + kept;
    return in16Bit * BYTES_16_BIT + (model.linearParameters() - kept) * bits / 8;
  }

  private static Row named(String id) {
    return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
