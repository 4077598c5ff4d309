package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.MemoryProfile.Paged;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.WeightMemory;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of one GPU: what is cut, what each has whole, and what is rounded up. */
class VllmWeightsTest {

  private static long bytes(
      String model, String format, String parallel, String card, boolean last) {
    return bytes(model, format, parallel, card, last, false);
  }

  private static long bytes(
      String name, String format, String on, String card, boolean last, boolean marlin) {
    Model model = Workloads.model(name);
    Quantization stored = format(format);
    Parallel parallel = Parallel.parse(on).orElseThrow();
    WeightMemory resident = WeightMemory.resident(model, stored);
    VllmWeights weights =
        new VllmWeights(
            model, stored, resident, parallel, release(marlin ? "vllm-0.9" : "vllm"), false);
    return weights.tensors(CATALOG.cards().find(card).orElseThrow(), last);
  }

  private static Paged release(String name) {
    return (Paged) CATALOG.runtimes().find(name).orElseThrow().memory();
  }

  private static long in16Bit(String model, String parallel) {
    return bytes(model, "bf16", parallel, "H100_SXM", true);
  }

  /** Llama 3.1 8B: 8,030,261,248 weights, and turns of 64 angles for 131,072 positions. */
  @ParameterizedTest
  @CsvSource({
    "tp1, 1, 0",
    "tp2, 2, 0",
    "tp8, 8, 0",
    "tp16, 16, 33554432", // half of what makes 8 heads' keys and values, which 16 GPUs have
    "dp2, 1, 0",
  })
  void aDenseModelIsCut(String parallel, int gpus, long repeated) {
    long positions = 131_072L * 128 * 2;

    assertEquals(
        8_030_261_248L * 2 / gpus + repeated + positions, in16Bit("llama-3.1-8b", parallel), 8);
  }

  /** Stages: the first has the embeddings, the last the head and no more layers than others. */
  @ParameterizedTest
  @CsvSource({"pp2, 16, 16", "pp3, 11, 10", "pp5, 7, 6", "tp2pp2, 16, 16"})
  void stagesHaveLayersAndOneTable(String parallel, int first, int last) {
    int tensor = Parallel.parse(parallel).orElseThrow().tensor();
    long table = 128_256L * 4096 * 2;
    long layers = 8_030_261_248L * 2 - 2 * table;
    long positions = 131_072L * 128 * 2;

    assertEquals(
        (layers * first / 32.0 + table) / tensor + positions,
        bytes("llama-3.1-8b", "bf16", parallel, "L4", false),
        8);
    assertEquals(
        (layers * last / 32.0 + table) / tensor + positions,
        bytes("llama-3.1-8b", "bf16", parallel, "L4", true),
        8);
  }

  /** One table is the embeddings of the first stage and the head of the last. */
  @Test
  void aTiedTableIsInBothStages() {
    long table = 128_256L * 2048 * 2;
    long layers = 1_235_814_400L * 2 - table;
    long positions = 131_072L * 64 * 2;
    long stage = layers / 2 + table + positions;

    assertEquals(stage, bytes("llama-3.2-1b", "bf16", "pp2", "L4", false), 8);
    assertEquals(stage, bytes("llama-3.2-1b", "bf16", "pp2", "L4", true), 8);
  }

  /**
   * DeepSeek V3: whole are 7168 x (1536 + 576) of each of 61 layers, and 256 routers of 58. What
   * unpacks keys and values, 512 x 128 x 256, lies there in 16 bit once more, and is cut.
   */
  @ParameterizedTest
  @CsvSource({"tp1, 1, 1", "tp8, 8, 1", "tp16, 16, 1"})
  void whatMakesLatentVectorsIsWhole(String parallel, int gpus, int once) {
    double more = once - 1.0 / gpus;
    double whole = 61.0 * 7168 * (1536 + 576) * 2 + 58.0 * 256 * 7168 * 2;
    double unpacking = 61.0 * 512 * 128 * 256 * 2;
    long positions = 163_840L * 64 * 2;
    double weights = 671_026_419_200L * 2.0 / gpus;

    assertEquals(
        weights + whole * more + unpacking / gpus + positions,
        in16Bit("deepseek-v3", parallel),
        weights * 1e-6);
  }

  /** In FP8 what is whole has a byte a weight, and routers two. */
  @Test
  void whatIsWholeHasTheBitsOfTheFormat() {
    double more = 0.75;
    double whole = 61.0 * 7168 * (1536 + 576) + 58.0 * 256 * 7168 * 2;
    double unpacking = 61.0 * 512 * 128 * 256 * 2;
    long positions = 163_840L * 64 * 2;
    long one = bytes("deepseek-v3", "fp8", "tp1", "H200_SXM", true);
    double cut = (one - unpacking - positions) / 4;

    assertEquals(
        cut + whole * more + unpacking / 4 + positions,
        bytes("deepseek-v3", "fp8", "tp4", "H200_SXM", true),
        cut * 1e-6);
  }

  /**
   * DeepSeek V4 Flash: of 43 layers 4096 x (1024 + 512) in 8 bit; of 21 that compress four tokens,
   * overlapping, and 20 that compress 128, what does so in 16 bit; 256 routers of 43 layers.
   */
  @Test
  void whatCompressesEntriesIsWhole() {
    double whole =
        43.0 * 4096 * (1024 + 512)
            + 21.0 * 2 * 2 * 512 * 4096 * 2
            + 20.0 * 2 * 512 * 4096 * 2
            + 43.0 * 256 * 4096 * 2;
    long positions = bytes("deepseek-v4-flash", "bf16", "tp1", "B200", true) - 2 * 284_334_567_511L;
    double two = bytes("deepseek-v4-flash", "bf16", "tp2", "B200", true);

    assertEquals(1_048_576L * 64 * 2, positions, 1e6);
    assertEquals(284_334_567_511L + positions + whole / 2, two, 1e6);
  }

  /**
   * Gemma 4 12B: in 8 of 48 layers the values are the keys, one head of 512 made from 3840, and lie
   * there twice; eight GPUs have that head each.
   */
  @ParameterizedTest
  @CsvSource({"tp1, 1", "tp8, 8"})
  void valuesThatAreKeysLieThereTwice(String parallel, int gpus) {
    double head = 8.0 * 3840 * 512 * 2;
    double repeated = 2 * head * (1 - 1.0 / gpus);
    long positions = 262_144L * (256 + 512) * 2; // of both kinds of layers

    assertEquals(
        11_907_350_320L * 2.0 / gpus + head + repeated + positions,
        in16Bit("gemma-4-12b-it", parallel),
        8);
  }

  /** Gated heads turn a quarter of their width: 64 of 256. */
  @Test
  void positionsOfGatedHeads() {
    double cut = 79_674_391_296L * 2.0;
    long one = in16Bit("qwen3-next-80b-a3b-instruct", "tp1");

    assertEquals(262_144L * 64 * 2, one - cut, 1e6);
  }

  /**
   * Experts of gpt-oss are 2880 wide and large; kernels of MXFP4 take multiples: of 256 one way on
   * Hopper, both ways on Blackwell and CDNA 4, 128 by 256 where they are unpacked, 128 both ways on
   * CDNA 3.
   */
  @ParameterizedTest
  @CsvSource({
    "H100_SXM, false, 3072, 2880",
    "B200, false, 3072, 3072",
    "A100_SXM_80, false, 2944, 3072",
    "RTX_5090, false, 2944, 3072",
    "H100_SXM, true, 2944, 3072",
    "MI300X, false, 2944, 2944",
    "MI355X, false, 3072, 3072",
  })
  void expertsAreRoundedUp(String card, boolean marlin, double size, double width) {
    Model model = Workloads.model("gpt-oss-20b");
    double experts = model.expertParameters() * 4.25 / 8;
    double unpadded = bytes("gpt-oss-20b", "mxfp4", "tp1", "H100_SXM", true) - experts * 192 / 2880;

    assertEquals(
        unpadded + experts * (size * width / (2880 * 2880) - 1),
        bytes("gpt-oss-20b", "mxfp4", "tp1", card, true, marlin),
        1e4);
  }

  /** Cut in two each expert is 1440 large, which is 1536 in multiples of 256; whole ones stay. */
  @Test
  void cutExpertsAreRoundedUpEach() {
    double experts = Workloads.model("gpt-oss-20b").expertParameters() * 4.25 / 8;
    long cut = bytes("gpt-oss-20b", "mxfp4", "tp2", "B200", true);
    long whole = bytes("gpt-oss-20b", "mxfp4", "tp2ep2", "B200", true);

    assertEquals(experts / 2 * (3072 / 2880.0) * (1536 / 1440.0 - 3072 / 2880.0), cut - whole, 1e4);
  }

  /** Which cards unpack a format because they do not compute in it. */
  @ParameterizedTest
  @CsvSource({
    "gptq-int4, H100_SXM, true",
    "awq, B200, true",
    "fp8, A100_SXM_80, true",
    "fp8, L4, false",
    "fp8, H100_SXM, false",
    "nvfp4, H100_SXM, true",
    "nvfp4, B200, false",
    "nvfp4, RTX_5090, false",
    "mxfp4, A100_SXM_80, true",
    "mxfp4, H100_SXM, false",
    "mxfp4, B200, false",
    "mxfp4, RTX_5090, true",
    "bf16, A100_SXM_80, false",
  })
  void whoUnpacks(String format, String card, boolean unpacks) {
    Model model = Workloads.model("gpt-oss-20b");
    VllmWeights weights =
        new VllmWeights(
            model,
            format(format),
            WeightMemory.resident(model, format(format)),
            Parallel.parse("tp1").orElseThrow(),
            release("vllm"),
            false);

    assertEquals(unpacks, weights.unpacksByMarlin(CATALOG.cards().find(card).orElseThrow()));
  }
}
