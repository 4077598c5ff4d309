package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.function.BiFunction;

/**
 * What an offer saves against what runs now.
 *
 * @param percent of the present price, to one decimal; negative where the offer costs more
 */
record SavingCase(Current current, BigDecimal percent) {

  static SavingCase of(Current current, Assessment offer) {
    return new SavingCase(current, current.savedPercent(offer.price()));
  }

  /**
   * @param sentence of what runs now, and of the percentage without its sign
   */
  Message message(BiFunction<Message, BigDecimal, Message> sentence) {
    return sentence.apply(now(), percent.abs());
  }

  private Message now() {
    return current.name().map(Msg.Report::now).orElse(current.label());
  }
}
