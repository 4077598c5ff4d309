package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
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
        .orElseGet(
            () ->
                Message.of("verdict.does_not_fit")
                    .gib("required", fitting.requiredBytes())
                    .gib("usable", fitting.usableBytes()));
  }

  private static Message why(Fitting.Obstacle obstacle, Hardware hardware) {
    return switch (obstacle) {
      case LACKS_FP8 -> Message.of("verdict.lacks_fp8").words("cards", withoutFp8(hardware));
      case CANNOT_SPLIT -> Message.of("verdict.cannot_split").count("gpus", hardware.gpus());
    };
  }

  private static List<String> withoutFp8(Hardware hardware) {
    return hardware.cards().stream().filter(card -> !card.supportsFp8()).map(Card::name).toList();
  }
}
