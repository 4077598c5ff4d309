package dev.gpuadvisor.page;

import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;

/** Writes for one page, in its language. */
record Words(Texts texts) {

  static Words in(Language language) {
    return new Words(Texts.in(language));
  }

  String of(String key) {
    return texts.write(Message.of(key));
  }

  String of(Message message) {
    return texts.write(message);
  }

  String usd(BigDecimal usd) {
    return of(Message.of("amount.usd").usd("usd", usd));
  }

  String gib(long bytes) {
    return of(Message.of("page.gib").gib("gib", bytes));
  }

  String percent(BigDecimal percent) {
    return of(Message.of("page.percent").percent("percent", percent));
  }

  String count(long count) {
    return of(Message.of("amount.count").count("count", count));
  }
}
