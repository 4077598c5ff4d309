package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;

/**
 * What an offer saves against what runs now.
 *
 * @param percent of the present price, to one decimal; negative where the offer costs more
 */
record SavingCase(Current current, BigDecimal percent) {

  static SavingCase of(Current current, Assessment offer) {
    return new SavingCase(current, current.savedPercent(offer.price()));
  }

  Message message(String key) {
    return Message.of(key).percent("percent", percent.abs()).message("current", now());
  }

  private Message now() {
    return current
        .name()
        .map(name -> Message.of("report.now").word("name", name))
        .orElse(current.label());
  }
}
