package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How long first tokens take where all users ask at the same moment, which is another question. */
final class AtOnceNotes {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  /** Waits that differ by less are told apart by nobody. */
  private static final double WORTH_SAYING = 1.5;

  private AtOnceNotes() {}

  static List<Note> of(Optional<SpeedEstimate> speed) {
    return speed
        .filter(AtOnceNotes::differs)
        .map(
            each ->
                Note.of(
                    NoteCode.ALL_AT_ONCE,
                    Msg.Note.allAtOnce(
                        seconds(each.firstTokenSeconds().high()),
                        seconds(each.allAtOnce().orElseThrow().high()),
                        each.concurrency())))
        .stream()
        .toList();
  }

  private static boolean differs(SpeedEstimate speed) {
    double beside = speed.firstTokenSeconds().high();
    return speed.allAtOnce().filter(all -> all.high() > WORTH_SAYING * beside).isPresent();
  }

  private static BigDecimal seconds(double seconds) {
    BigDecimal rounded = BigDecimal.valueOf(seconds).round(TWO_DIGITS);
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
