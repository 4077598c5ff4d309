package dev.gpuadvisor.page;

import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;

/** Writes for one page, in its language. */
record PageTexts(Language language) {

  static PageTexts in(Language language) {
    return new PageTexts(language);
  }

  /**
   * What an address needs to stay in the language; nothing where that is the usual one.
   *
   * @param before what stands before it in the address
   */
  String staying(String before) {
    return language == Language.EN ? "" : before + "lang=" + language.code();
  }

  String of(Message message) {
    return Texts.in(language).write(message);
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
