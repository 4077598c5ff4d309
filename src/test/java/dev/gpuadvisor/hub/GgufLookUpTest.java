package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.sizing.llamacpp.GgufWeights;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgufLookUpTest {

  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  private Answer find(String name) {
    return new HuggingFaceHub(standIn.settings(), Clock.systemUTC())
        .find(RepositoryName.of(name).orElseThrow());
  }

  private Found found(String name) {
    Answer answer = find(name);
    return assertInstanceOf(Found.class, answer, answer::toString);
  }

  private static StandInRepository repository(String file, byte[] header, double gib) {
    return new StandInRepository("org/model-GGUF").large(file, header, Math.round(gib * GIB));
  }

  private static void assertOnGpu(double mib, double toleratedPercent, Found found) {
    Quantization format =
        BundledCatalog.catalog().quantizations().find(found.format().orElseThrow()).orElseThrow();
    GgufWeights weights = GgufWeights.of(found.model(), format);
    double onGpu = (weights.layers() + weights.head()) / MIB;
    assertEquals(mib, onGpu, mib * toleratedPercent / 100, "MiB on the GPU");
  }

  /** What llama.cpp's own log says of such a file: measured-llamacpp-memory.csv. */
  @Test
  void headerSaysWhatLiesOnTheGpuToTheMebibyte() {
    standIn.with(repository("mistral-7b.Q4_K_M.gguf", GgufBytes.mistral().bytes(), 4.07));
    Found found = found("org/model-GGUF");
    assertEquals(7_241_732_096L, found.model().parameters());
    assertEquals(Optional.of("q4_k_m"), found.format());
    assertEquals(Optional.of("llama.cpp"), found.runtime());
    assertEquals(4095.05 + 70.31, found.model().storedBytes("q4_k_m") / MIB, 0.02);
    assertOnGpu(4095.05, 0.01, found);
  }

  /** Vocabularies of megabytes are not read through: the file's size says enough. */
  @Test
  void sizeOfTheFileSaysWhatLiesOnTheGpu() {
    standIn.with(repository("Llama-3.1-8B-Q4_K_M.gguf", GgufBytes.llama().bytes(), 4.58));
    Found found = found("org/model-GGUF");
    assertEquals(8_030_261_248L, found.model().parameters());
    assertOnGpu(4403.49, 1, found);
  }

  @ParameterizedTest
  @CsvSource({
    "Qwen/Qwen2.5-Coder-7B-Instruct, Q4_K_M, 4.36, 4168.09",
    "Qwen/Qwen3-Coder-30B-A3B-Instruct, Q8_0, 30.25, 30658.12"
  })
  void shapeIsTheBaseModels(String base, String format, double gib, double mib) {
    byte[] header = GgufBytes.llama().bytes(); // of another one: it is not what counts
    String tag = "\"tags\": [\"gguf\", \"base_model:quantized:" + base + "\"]";
    standIn.with(repository("model-" + format + ".gguf", header, gib).saying(tag));
    standIn.on(
        "/" + base + "/resolve/main/config.json",
        exchange -> StandInHub.send(exchange, 200, Repositories.config(base)));
    assertOnGpu(mib, 1, found("org/model-GGUF"));
  }

  @ParameterizedTest
  @CsvSource({
    "org/model-GGUF, q4_k_m",
    "org/model-GGUF:Q8_0, q8_0",
    "org/model-GGUF:q8_0, q8_0",
    "org/model-GGUF:UD-Q4_K_XL, ud-q4_k_xl",
    "org/model-GGUF:model-BF16.gguf, bf16",
    "https://huggingface.co/org/model-GGUF/blob/cf98f3b3bbb457ad9e2bb7baf9a0125b6b88caa8/IQ4_XS/model-IQ4_XS-00001-of-00002.gguf,"
        + " iq4_xs"
  })
  void oneOfSeveralFilesIsChosen(String name, String format) {
    byte[] header = GgufBytes.llama().bytes();
    StandInRepository repository = repository("model-Q8_0.gguf", header, 8);
    repository
        .large("mmproj-model-F16.gguf", header, 800_000_000)
        .large("model-Q4_K_M.gguf", header, 4_900_000_000L)
        .large("model-UD-Q4_K_XL.gguf", header, 5_000_000_000L)
        .large("IQ4_XS/model-IQ4_XS-00001-of-00002.gguf", header, 2_000_000_000)
        .large("IQ4_XS/model-IQ4_XS-00002-of-00002.gguf", header, 2_400_000_000L)
        .large("model-BF16.gguf", header, 16_100_000_000L);
    standIn.with(repository);
    Found found = found(name);
    assertEquals(Optional.of(format), found.format());
    assertEquals(format, found.model().nativeFormat());
    assertEquals(4.4e9, found.model().storedBytes("iq4_xs"), 0.02e9, "of both parts");
  }

  @Test
  void fileThatIsNotThereIsSaidToBeMissing() {
    standIn.with(repository("model-Q8_0.gguf", GgufBytes.llama().bytes(), 8));
    assertEquals(new Failed(Reason.NO_FILE), find("org/model-GGUF:Q3_K_M"));
  }

  @Test
  void headerThatIsNoneIsDoneWithout() {
    standIn.with(
        repository("model-Q4_K_M.gguf", "no header".getBytes(), 4.58)
            .small("config.json", new String(Repositories.config("meta-llama/Llama-3.1-8B"))));
    assertOnGpu(4403.49, 1, found("org/model-GGUF"));
  }
}
