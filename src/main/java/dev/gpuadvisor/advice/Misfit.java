package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Obstacle;
import dev.gpuadvisor.sizing.tuning.TrainingMemory;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why something does not fit: the same sentence for an offer and for a card. */
public final class Misfit {

  private Misfit() {}

  /**
   * @param fitting one that does not fit
   * @param hardware that it was tried on
   */
  public static Message why(Fitting fitting, Hardware hardware) {
    if (fitting.failsToStart()) {
      return doesNotStart(fitting);
    }
    return fitting.obstacle().map(Misfit::why).orElseGet(() -> tooLarge(fitting, hardware.gpus()));
  }

  private static Message doesNotStart(Fitting fitting) {
    List<String> remedies = remedies(fitting);
    return remedies.isEmpty() ? Msg.Verdict.doesNotStart() : Msg.Verdict.doesNotStartBut(remedies);
  }

  /** Settings each of which would let a server come up that does not. */
  static List<String> remedies(Fitting fitting) {
    return fitting.vllm().stream()
        .flatMap(vllm -> vllm.memory().toStart().stream())
        .map(remedy -> remedy.setting().written())
        .toList();
  }

  /** Of several GPUs each must have room for its share: all together say nothing. */
  private static Message tooLarge(Fitting fitting, int gpus) {
    long required = fitting.requiredBytes() / gpus;
    long usable = fitting.usableBytes() / gpus;
    if (fitting.training().isPresent()) {
      return tooLarge(fitting.training().get().memory(), usable, gpus);
    }
    return gpus == 1
        ? Msg.Verdict.doesNotFit(required, usable)
        : Msg.Verdict.doesNotFitEach(gpus, required, usable);
  }

  private static Message tooLarge(TrainingMemory memory, long usable, int gpus) {
    return gpus == 1
        ? Msg.Verdict.trainingDoesNotFit(memory.peak(), usable)
        : Msg.Verdict.trainingDoesNotFitEach(
            gpus, memory.peak(), memory.sharding().name().toLowerCase(Locale.ROOT), usable);
  }

  private static Message why(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.LacksFormat lacks) {
      if (lacks.isOutgrown()) {
        return Msg.Verdict.outgrewFormat(lacks.cards(), lacks.format(), lacks.runtime());
      }
      return lacksFormat(lacks);
    }
    return obstacle instanceof Obstacle.CannotCutExperts cut
        ? Msg.Verdict.cannotCutExperts(cut.gpus(), cut.whole())
        : why((Obstacle.CannotSplit) obstacle);
  }

  private static Message lacksFormat(Obstacle.LacksFormat lacks) {
    String needs = lacks.needs().toString();
    Optional<Message> instead = lacks.standIn().map(Msg.Verdict::runsStandIn);
    return instead
        .or(() -> lacks.elsewhere().map(Msg.Verdict::runsElsewhere))
        .or(() -> lacks.ofFiles().map(Msg.Verdict::runsFilesElsewhere))
        .map(
            other ->
                Msg.Verdict.lacksFormatBut(
                    lacks.cards(), lacks.format(), other, needs, lacks.runtime()))
        .orElseGet(
            () -> Msg.Verdict.lacksFormat(lacks.cards(), lacks.format(), needs, lacks.runtime()));
  }

  private static Message why(Obstacle.CannotSplit split) {
    return split.instead().isEmpty()
        ? Msg.Verdict.cannotSplit(split.gpus())
        : Msg.Verdict.cannotSplitBut(split.gpus(), split.instead().get().toString());
  }
}
