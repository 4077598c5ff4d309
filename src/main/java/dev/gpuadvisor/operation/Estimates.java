package dev.gpuadvisor.operation;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.json.EstimateJson;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.sizing.tuning.TuningFitting;
import java.util.List;
import java.util.Optional;

/** Sizing without offers. */
final class Estimates {

  private Estimates() {}

  static Content estimate(EstimateQuestion asked, Call call) {
    Sized plain =
        new Sized(
            asked.task(),
            asked.quantization(),
            asked.task().estimate(asked.quantization().format()));
    Optional<Hardware> hardware =
        asked.card().map(card -> new Hardware(List.of(card), asked.gpus()));
    Sized sized = hardware.map(cards -> on(plain, cards)).orElse(plain);
    Optional<OnCard> onCard = hardware.map(cards -> onCard(sized, cards, asked.load()));
    return Content.json(
            json -> new EstimateJson(json, call.texts()).write(sized, onCard, call.readAs()))
        .summarized(() -> Summaries.of(sized, onCard));
  }

  /**
   * With the format that its name means on these cards: the memory is the same. A run of training
   * takes what all its GPUs take together.
   */
  private static Sized on(Sized asked, Hardware hardware) {
    if (asked.task() instanceof Tuning tuning) {
      MemoryEstimate together =
          new TuningFitting(tuning, asked.quantization().format(), hardware).estimate();
      return new Sized(tuning, asked.quantization(), together);
    }
    Workload workload = (Workload) asked.task();
    return new Sized(
        workload, asked.quantization().on(workload.runtime(), hardware), asked.estimate());
  }

  private static OnCard onCard(Sized sized, Hardware hardware, Optional<Load> load) {
    Quantization format = sized.quantization().format();
    Fitting fitting = Fitting.of(sized.task(), format, sized.estimate(), hardware);
    Optional<SpeedEstimate> speed =
        fitting.fit() != Fit.NO && sized.task() instanceof Workload workload && workload.generates()
            ? Optional.of(SpeedEstimate.of(workload, format, hardware))
            : Optional.empty();
    Optional<WorkerLoad> carried =
        load.filter(each -> speed.isPresent())
            .map(each -> WorkerLoad.of(each, (Workload) sized.task(), format, hardware, fitting));
    return new OnCard(hardware.worstCard(), hardware.gpus(), fitting, speed, carried);
  }
}
