package dev.gpuadvisor.sizing.tuning;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.TuningMethod;
import dev.gpuadvisor.sizing.Workloads;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be so whatever the model: each way of saving memory saves some, or nothing. */
class TrainingOrderTest {

  /** Every third: all shapes are among them. */
  private static final List<Model> MODELS =
      IntStream.range(0, Workloads.CATALOG.models().all().size())
          .filter(index -> index % 3 == 0)
          .mapToObj(Workloads.CATALOG.models().all()::get)
          .filter(model -> model.kind() == ModelKind.GENERATOR)
          .toList();

  private static final int[] LENGTHS = {64, 16_384};
  private static final int[] GPUS = {1, 2, 3, 8, 64};

  private static Tuning tuning(Model model, TuningMethod method, int length) {
    Adapters adapters = method.hasAdapters() ? Adapters.ofRank(16) : Adapters.NONE;
    return new Tuning(model, method, 1, length, adapters, false);
  }

  private static Quantization format(TuningMethod method) {
    return Workloads.format(method == TuningMethod.QLORA ? "nf4" : "bf16");
  }

  private static long peak(Tuning tuning, Sharding sharding, int gpus) {
    TrainingPeak peak = new TrainingPeak(tuning, format(tuning.method()));
    return peak.on(sharding, gpus, TrainingStep.of(tuning, sharding)).peak();
  }

  private interface Claim {
    void of(Tuning tuning);
  }

  private static void always(TuningMethod method, Claim claim) {
    for (Model model : MODELS) {
      for (int length : LENGTHS) {
        for (Optimizer optimizer : Optimizer.values()) {
          Tuning tuning = tuning(model, method, length);
          claim.of(tuning.with(tuning.settings().with(optimizer)));
        }
      }
    }
  }

  private static void noMore(long less, long more, Object what) {
    assertTrue(less <= more, () -> what + ": " + less + " > " + more);
  }

  @ParameterizedTest
  @EnumSource(TuningMethod.class)
  void moreGpusNeverNeedMoreMemoryEach(TuningMethod method) {
    always(
        method,
        tuning -> {
          for (Sharding sharding :
              List.of(Sharding.FSDP, Sharding.ZERO1, Sharding.ZERO2, Sharding.ZERO3)) {
            long before = Long.MAX_VALUE;
            for (int gpus : GPUS) {
              long peak = peak(tuning, sharding, gpus);
              noMore(peak, before, tuning + " " + sharding + " " + gpus);
              before = peak;
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(TuningMethod.class)
  void eachStageDividesMore(TuningMethod method) {
    always(
        method,
        tuning -> {
          for (int gpus : GPUS) {
            if (gpus > 1) {
              long none = peak(tuning, Sharding.NONE, gpus);
              long one = peak(tuning, Sharding.ZERO1, gpus);
              long two = peak(tuning, Sharding.ZERO2, gpus);
              long three = peak(tuning, Sharding.ZERO3, gpus);
              noMore(one, none, tuning + " zero1 " + gpus);
              noMore(two, one, tuning + " zero2 " + gpus);
              noMore(three, two, tuning + " zero3 " + gpus);
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(TuningMethod.class)
  void statesIn8BitTakeNoMoreThanIn32(TuningMethod method) {
    for (Model model : MODELS) {
      for (Sharding sharding : Sharding.values()) {
        Tuning tuning = tuning(model, method, 2048);
        Tuning packed = tuning.with(tuning.settings().with(Optimizer.ADAMW_8BIT));
        noMore(peak(packed, sharding, 4), peak(tuning, sharding, 4), model.id() + sharding);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sharding.class)
  void fewerTrainedWeightsTakeLess(Sharding sharding) {
    for (Offload offload : Offload.values()) {
      for (Model model : MODELS) {
        for (int gpus : GPUS) {
          Object what = model.id() + " " + sharding + gpus + " " + offload;
          long full = peak(waiting(model, TuningMethod.FULL, offload), sharding, gpus);
          long lora = peak(waiting(model, TuningMethod.LORA, offload), sharding, gpus);
          long qlora = peak(waiting(model, TuningMethod.QLORA, offload), sharding, gpus);
          boolean leaves = sharding == Sharding.FSDP && offload == Offload.PARAMETERS;
          if (!leaves) {
            noMore(lora, full, what);
          }
          noMore(qlora, lora, what);
        }
      }
    }
  }

  /** What FSDP leaves of layers that are not trained is there beside a host that has the rest. */
  @Test
  void fewerTrainedWeightsTakeLessWhereNothingIsLeft() {
    for (Model model : MODELS) {
      for (int gpus : GPUS) {
        Tuning full = waiting(model, TuningMethod.FULL, Offload.PARAMETERS);
        Tuning lora = waiting(model, TuningMethod.LORA, Offload.PARAMETERS);
        Tuning nothing = Runs.with(lora, Checkpointing.NON_REENTRANT);
        Tuning waits = nothing.with(nothing.settings().with(Offload.PARAMETERS));
        noMore(peak(waits, Sharding.FSDP, gpus), peak(full, Sharding.FSDP, gpus), model.id());
        noMore(peak(waits, Sharding.FSDP, gpus), peak(lora, Sharding.FSDP, gpus), model.id());
      }
    }
  }

  private static Tuning waiting(Model model, TuningMethod method, Offload offload) {
    Tuning tuning = tuning(model, method, 2048);
    return tuning.with(tuning.settings().with(offload));
  }

  @ParameterizedTest
  @EnumSource(TuningMethod.class)
  void whatWaitsInTheHostTakesNothing(TuningMethod method) {
    for (Model model : MODELS) {
      Tuning tuning = tuning(model, method, 2048);
      Tuning states = tuning.with(tuning.settings().with(Offload.OPTIMIZER));
      Tuning all = tuning.with(tuning.settings().with(Offload.PARAMETERS));
      for (Sharding sharding : List.of(Sharding.FSDP, Sharding.ZERO3)) {
        noMore(peak(states, sharding, 4), peak(tuning, sharding, 4), model.id() + sharding);
        noMore(peak(all, sharding, 4), peak(states, sharding, 4), model.id() + sharding);
      }
    }
  }
}
