package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What PEFT's preparation of a quantized base costs: what is not quantized in 32 bit. */
class UpcastTest {

  private static final Tuning QLORA = Runs.of(TuningMethod.QLORA, 1, 2048);
  private static final Tuning UPCAST = Runs.with(QLORA, Precision.UPCAST);

  @Test
  void hiddenStatesAndTablesTakeTwice() {
    TrainingStep usual = TrainingStep.of(QLORA, Sharding.NONE);
    TrainingStep upcast = TrainingStep.of(UPCAST, Sharding.NONE);

    assertEquals(2 * usual.checkpoints(), upcast.checkpoints());
    assertEquals(2 * usual.layer(), upcast.layer());
    assertEquals(2048L * 128_256 * 14, usual.loss());
    assertEquals(2048L * 128_256 * 16, upcast.loss());
    assertEquals(
        2L * 2 * 128_256 * 4096,
        Runs.memory(UPCAST, Sharding.NONE, 1).weights()
            - Runs.memory(QLORA, Sharding.NONE, 1).weights());
  }

  /** These calculate in 16 bit whatever the weights are kept in. */
  @ParameterizedTest
  @EnumSource(names = {"FSDP", "ZERO2", "ZERO3"})
  void shardedRunsCalculateIn16Bit(Sharding sharding) {
    assertEquals(TrainingStep.of(QLORA, sharding), TrainingStep.of(UPCAST, sharding));
  }

  @ParameterizedTest
  @EnumSource(names = {"LORA", "FULL"})
  void nothingIsUpcastWithoutAQuantizedBase(TuningMethod method) {
    Tuning mixed = Runs.with(Runs.of(method, 1, 2048), Precision.MIXED);
    Tuning upcast = Runs.with(mixed, Precision.UPCAST);

    assertEquals(Runs.memory(mixed, Sharding.NONE, 1), Runs.memory(upcast, Sharding.NONE, 1));
  }

  /**
   * Bytes that a token takes at the peak of runs on an A100, from batches of four and of eight
   * sequences of 4,096 (foundation-model-stack/fms-acceleration@04702cc5).
   */
  @ParameterizedTest
  @CsvSource({"mistral-7b-instruct-v0.3, 1065248", "mixtral-8x7b-instruct-v0.1, 1261547"})
  void aTokenTakesWhatWasMeasured(String model, double measured) {
    long four = peak(upcast(Workloads.model(model), 4), Sharding.NONE, 1);
    long eight = peak(upcast(Workloads.model(model), 8), Sharding.NONE, 1);

    assertEquals(measured, (eight - four) / (4.0 * 4096), 0.05 * measured);
  }

  /**
   * Llama 2 70B, four sequences of 4,096 on an A100: ran in 63.5 GiB without, out of memory with.
   */
  @Test
  void whatRunsOutOfMemoryIsToldHowItFits() {
    Tuning run =
        new Tuning(
            Workloads.model("llama-2-70b-chat-hf"),
            TuningMethod.QLORA,
            4,
            4096,
            new Adapters(1, 16, LoraTargets.ATTENTION),
            false);
    Remedy first =
        Remedies.of(
                Runs.with(run, Precision.UPCAST),
                Workloads.format("nf4"),
                Workloads.cards(1, "A100_SXM_80"))
            .stream()
            .filter(remedy -> remedy.setting().name().equals("precision"))
            .findFirst()
            .orElseThrow();

    assertEquals("mixed", first.setting().value());
    assertTrue(first.fits());
  }

  @Test
  void neverTakesLessThanWithoutAndMoreGpusNeverMoreEach() {
    for (Model model : Workloads.CATALOG.models().all()) {
      if (model.kind() == ModelKind.GENERATOR) {
        Tuning upcast = upcast(model, 1);
        Tuning usual = Runs.with(upcast, Precision.MIXED);
        long alone = peak(upcast, Sharding.NONE, 1);
        assertTrue(peak(usual, Sharding.NONE, 1) <= alone, model.id());
        long before = Long.MAX_VALUE;
        for (int gpus : new int[] {1, 2, 3, 8, 64}) {
          long peak = peak(upcast, Sharding.FSDP, gpus);
          assertTrue(peak <= before, model.id() + " " + gpus);
          before = peak;
        }
      }
    }
  }

  private static Tuning upcast(Model model, int batch) {
    Tuning tuning = new Tuning(model, TuningMethod.QLORA, batch, 4096, Adapters.ofRank(16), false);
    return Runs.with(tuning, Precision.UPCAST);
  }

  private static long peak(Tuning tuning, Sharding sharding, int gpus) {
    return Runs.memory(tuning, sharding, gpus).peak();
  }
}
