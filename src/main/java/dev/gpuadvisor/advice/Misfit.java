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
        .orElseGet(() -> Msg.Verdict.doesNotFit(fitting.requiredBytes(), fitting.usableBytes()));
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
