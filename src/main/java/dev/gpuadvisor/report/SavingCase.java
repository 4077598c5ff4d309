package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.money.Saving;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.function.BiFunction;

/**
 * What an offer saves against what runs now.
 *
 * @param percent of the present bill, to one decimal; negative where the offer costs more
 */
record SavingCase(Current current, BigDecimal percent) {

  static SavingCase of(Question question, Current current, Assessment offer) {
    Saving saving = new Saving(current.bill(question.constraints().usage()), offer.bill());
    return new SavingCase(current, saving.percent());
  }

  /**
   * @param sentence of what runs now, and of the percentage without its sign
   */
  Message message(BiFunction<Message, BigDecimal, Message> sentence) {
    return sentence.apply(now(), percent.abs());
  }

  private Message now() {
    return current.workers().map(Msg.Report::now).orElse(current.label());
  }
}
