package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/** Why something does not fit: the same sentence for an offer and for a card. */
public final class Misfit {

  private Misfit() {}

  /**
   * @param fitting one that does not fit
   * @param hardware that it was tried on
   */
  public static Message why(Fitting fitting, Hardware hardware) {
    return fitting
        .obstacle()
        .map(obstacle -> why(obstacle, hardware))
        .orElseGet(() -> tooLarge(fitting, hardware.gpus()));
  }

  /** Of several GPUs each must have room for its share: all together say nothing. */
  private static Message tooLarge(Fitting fitting, int gpus) {
    long required = fitting.requiredBytes() / gpus;
    long usable = fitting.usableBytes() / gpus;
    return gpus == 1
        ? Msg.Verdict.doesNotFit(required, usable)
        : Msg.Verdict.doesNotFitEach(gpus, required, usable);
  }

  private static Message why(Fitting.Obstacle obstacle, Hardware hardware) {
    return switch (obstacle) {
      case LACKS_FP8 -> Msg.Verdict.lacksFp8(withoutFp8(hardware));
      case CANNOT_SPLIT -> Msg.Verdict.cannotSplit(hardware.gpus());
    };
  }

  private static List<String> withoutFp8(Hardware hardware) {
    return hardware.cards().stream().filter(card -> !card.supportsFp8()).map(Card::name).toList();
  }
}
