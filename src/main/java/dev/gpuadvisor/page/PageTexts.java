package dev.gpuadvisor.page;

import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;

/** Writes for one page, in its language. */
record PageTexts(Texts texts) {

  static PageTexts in(Language language) {
    return new PageTexts(Texts.in(language));
  }

  String of(Message message) {
    return texts.write(message);
  }

  String usd(BigDecimal usd) {
    return of(Wording.amount(usd));
  }

  String gib(long bytes) {
    return of(Wording.gib(bytes));
  }

  String percent(BigDecimal percent) {
    return of(Wording.percent(percent));
  }

  String count(long count) {
    return of(Wording.count(count));
  }
}
