package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.json.EstimateJson;
import dev.gpuadvisor.json.EstimateJson.OnCard;
import dev.gpuadvisor.json.EstimateJson.Sized;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.List;
import java.util.Optional;

/** Sizing without offers. */
final class Estimates {

  private Estimates() {}

  static Content estimate(EstimateQuestion asked, Call call) {
    Sized sized =
        new Sized(
            asked.task(),
            asked.quantization(),
            asked.task().estimate(asked.quantization().format()));
    Optional<OnCard> onCard = asked.card().map(card -> onCard(sized, card, asked.gpus()));
    return Content.json(
            json -> new EstimateJson(json, call.texts()).write(sized, onCard, call.readAs()))
        .summarized(() -> Summaries.of(sized, onCard));
  }

  private static OnCard onCard(Sized sized, Card card, int gpus) {
    Hardware hardware = new Hardware(List.of(card), gpus);
    Quantization format = sized.quantization().format();
    Fitting fitting = Fitting.of(sized.task(), format, sized.estimate(), hardware);
    Optional<SpeedEstimate> speed =
        fitting.fit() != Fit.NO && sized.task() instanceof Workload workload && workload.generates()
            ? Optional.of(SpeedEstimate.of(workload, format, hardware))
            : Optional.empty();
    return new OnCard(card, gpus, fitting, speed);
  }
}
