package dev.gpuadvisor.sizing;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static dev.gpuadvisor.sizing.Workloads.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.llamacpp.GgufWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of weights, as they lie and as a step reads them; settings that are changed one by one. */
class WeightMemoryTest {

  private static final Model LLAMA = model("llama-3.1-8b");
  private static final long TABLE = 128_256L * 4096;

  /** In 16 bit each weight has two bytes, whatever it belongs to. */
  @ParameterizedTest
  @MethodSource("models")
  void allWeightsHaveTwoBytes(Model model) {
    WeightMemory all = WeightMemory.resident(model, format("bf16"));

    assertEquals(2 * model.parameters(), all.total(), model.id());
    long tables = model.embeddingTableParameters() * (model.tiedEmbeddings() ? 1 : 2);
    assertEquals(2 * (tables + model.totals().lookup()), all.tables(), model.id());
  }

  static List<Model> models() {
    return CATALOG.models().all();
  }

  /** What files hold counts: tables stay as they are, and layers have the rest. */
  @ParameterizedTest
  @CsvSource({"9000000000, 9000000000", "1000, 2101346304"})
  void filesThatWereLookedAt(long stored, long total) {
    Model looked = Workloads.publishing(LLAMA, List.of(new PublishedFormat("fp8", 0, stored)));
    WeightMemory weights = WeightMemory.resident(looked, format("fp8"));

    assertEquals(total, weights.total());
    assertEquals(2 * 2 * TABLE, weights.tables());
    assertEquals(0, weights.others());
  }

  /** A step of a GGUF file reads the experts that it uses, and rows of the embeddings. */
  @ParameterizedTest
  @CsvSource({"1, 0.0625", "2, 0.12109375"})
  void aStepReadsAPartOfAFile(int sequences, double share) {
    Model qwen = model("qwen3-30b-a3b");
    Quantization format = format("q4_k_m");
    WeightMemory all = WeightMemory.resident(qwen, format);
    WeightMemory read = WeightMemory.read(qwen, format, sequences);
    double experts = all.quantized() - WeightMemory.read(qwen, format, 1).quantized();

    assertEquals(0, read.embeddings());
    assertEquals(all.head(), read.head());
    assertEquals(all.quantized() - experts * (1 - share) / (1 - 0.0625), read.quantized(), 1e3);
    assertEquals(GgufWeights.of(qwen, format).total(), all.total());
  }

  /** 8 of 128 experts are used by a token; more tokens use more of them, at random. */
  @ParameterizedTest
  @CsvSource({"1, 0.0625", "2, 0.12109375", "1048576, 1"})
  void aStepReadsTheExpertsThatItUses(int sequences, double share) {
    Model qwen = model("qwen3-30b-a3b");
    WeightMemory read = WeightMemory.read(qwen, format("bf16"), sequences);
    double others = qwen.linearParameters() - qwen.expertParameters();
    double expected = 2 * (others + share * qwen.expertParameters());

    assertEquals(expected, read.total() - read.head(), 64);
    assertEquals(2 * qwen.embeddingTableParameters(), read.head());
    assertEquals(0, read.embeddings());
  }

  @Test
  void tablesAndLayers() {
    WeightMemory all = WeightMemory.resident(LLAMA, format("bf16"));

    assertEquals(2 * LLAMA.parameters(), all.total());
    assertEquals(2 * TABLE, all.head());
    assertEquals(2 * TABLE, all.embeddings());
    assertEquals(4 * TABLE, all.tables());
    assertEquals(2 * TABLE, all.withoutEmbeddings().tables());
    assertEquals(all.total() - 2 * TABLE, WeightMemory.read(LLAMA, format("bf16"), 1).total());
  }

  /** FP32 is wider for the tables too. */
  @Test
  void fp32() {
    WeightMemory all = WeightMemory.resident(LLAMA, format("fp32"));

    assertEquals(4 * LLAMA.parameters(), all.total());
    assertEquals(0, all.sixteenBit());
  }

  @Test
  void sharesAndCopies() {
    WeightMemory all = new WeightMemory(100, 20, 30, 40, true);

    assertEquals(190, all.total());
    assertEquals(90, all.sixteenBit());
    assertEquals(20, new WeightMemory(100, 20, 30, 40, false).sixteenBit());
    assertEquals(new WeightMemory(50, 10, 15, 20, true), all.times(0.5));
    assertEquals(all, all.times(1));
    assertEquals(new WeightMemory(110, 20, 30, 40, true), all.withQuantized(1.1));
    assertEquals(new WeightMemory(100, 25, 30, 40, true), all.withOthers(5));
    assertEquals(new WeightMemory(100, 20, 30, 40 + 2 * TABLE, true), all.withHeadCopy(LLAMA));
  }

  /** Layers are divided, with one table and all that each GPU has for itself. */
  @Test
  void layersOfSeveralGpus() {
    Workload workload = Workloads.of("llama-3.1-8b", 8192);
    MemoryEstimate estimate = workload.estimate(format("bf16"));
    long layers = estimate.weightsBytes() - 4 * TABLE + estimate.kvCacheBytes();
    long each = estimate.activationsBytes() + estimate.cudaContextBytes();

    assertEquals(
        Math.round(layers * 11 / 32.0) + 2 * TABLE + each,
        LayerSplit.fullestBytes(LLAMA, estimate, 3),
        2);
    assertEquals(estimate.requiredBytes(), GpuShare.fullestBytes(workload, estimate, 1));
  }

  /** A family means what is made while weights are loaded; others are taken where named. */
  @Test
  void formatsOfRuns() {
    Map<String, List<Quantization>> lora =
        TuningFormats.of(TuningMethod.LORA, CATALOG.quantizations());
    Map<String, List<Quantization>> qlora =
        TuningFormats.of(TuningMethod.QLORA, CATALOG.quantizations());

    assertEquals("{16bit=[bf16, fp16]}", ids(lora));
    assertEquals("{4bit=[nf4], 8bit=[int8]}", ids(qlora));
    assertEquals(
        List.of("gptq-int4", "awq", "gptq-int8"),
        TuningFormats.besides(TuningMethod.QLORA, CATALOG.quantizations()).stream()
            .map(Quantization::id)
            .toList());
    assertEquals(List.of(), TuningFormats.besides(TuningMethod.FULL, CATALOG.quantizations()));
    assertEquals(lora, TuningFormats.of(TuningMethod.FULL, CATALOG.quantizations()));
  }

  private static String ids(Map<String, List<Quantization>> formats) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    formats.forEach((family, all) -> ids.put(family, all.stream().map(Quantization::id).toList()));
    return ids.toString();
  }

  @Test
  void settingsAreChangedOneByOne() {
    RuntimeSettings all =
        new RuntimeSettings(
            OptionalDouble.of(0.8),
            OptionalInt.of(64),
            OptionalInt.of(4096),
            Parallel.tensor(4),
            false,
            false,
            Optional.empty(),
            LlamaCppSettings.layers(OptionalInt.of(20)),
            Optional.of(new Speculation(Optional.empty(), 2)),
            7);

    assertEquals(OptionalDouble.of(0.5), all.withUtilization(0.5).gpuMemoryUtilization());
    assertEquals(all, all.withUtilization(0.5).withUtilization(0.8));
    assertEquals(OptionalInt.of(8), all.withSequences(8).maxNumSeqs());
    assertEquals(all, all.withSequences(8).withSequences(64));
    assertEquals(Parallel.AUTO, all.withParallel(Parallel.AUTO).parallel());
    assertEquals(all, all.withParallel(Parallel.AUTO).withParallel(Parallel.tensor(4)));
    assertEquals(Optional.empty(), all.withSpeculation(Optional.empty()).speculation());
    assertEquals(all, all.withSpeculation(Optional.empty()).withSpeculation(all.speculation()));
    assertTrue(all.withoutGraphs().eager());
    assertEquals(OptionalInt.of(20), all.withoutGraphs().llamaCpp().gpuLayers());
    assertEquals(7, all.withoutGraphs().measuredMore());
  }

  @Test
  void workloadsAreChangedOneByOne() {
    Workload workload = Workloads.of("llama-3.1-8b", 8192);

    assertEquals(100, workload.withLength(100).length());
    assertEquals(3, workload.withSequences(3).tokens().concurrency());
    assertEquals(8192, workload.withSequences(3).length());
    assertEquals(Tokens.MAX_CONTEXT, workload.longest());
    assertEquals(Tokens.MAX_CONCURRENCY, workload.mostSequences());
    assertEquals(workload.runtime().usableFraction(), workload.usableFraction());
    assertTrue(workload.generates());
    assertEquals(0, workload.draftBytes(format("bf16")));
    MemoryEstimate estimate = workload.estimate(format("bf16"));
    Workload longer = workload.withLength(16_384);
    assertEquals(
        longer.estimate(format("bf16")).requiredBytes(), longer.resized(estimate).requiredBytes());
  }

  /** A usual request: 1024 tokens of a prompt and 256 of an answer, or what a context holds. */
  @ParameterizedTest
  @CsvSource({
    "8192, 1280, 256",
    "1280, 1280, 256",
    "1279, 1279, 255",
    "500, 500, 100",
    "4, 4, 1",
    "1, 2, 1"
  })
  void usualRequests(int length, int context, int output) {
    if (length > 1) {
      assertEquals(new Tokens(context, output, 1), Tokens.usual(length));
    } else {
      assertEquals(output, Tokens.usualOutput(length));
      assertEquals(1, Tokens.usualInput(length, output));
    }
  }
}
