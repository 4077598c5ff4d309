package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All offers in one format, and what to think of each.
 *
 * @param shown whether it is unfolded
 */
record OfferTable(String id, String caption, boolean shown, List<Row> rows) {

  /**
   * @param kind as in the chart, for the style sheet
   * @param starred whether it is the recommended one
   * @param provider empty where all are one provider's
   * @param verdict in a word; empty where the reason begins with it
   * @param difference price against the best of the same format
   */
  record Row(
      String kind,
      boolean starred,
      String offer,
      String provider,
      String fit,
      String memory,
      String hour,
      String month,
      String difference,
      String supply,
      String verdict,
      String reason) {}

  /** The format of the recommended offer first, and unfolded. */
  static List<OfferTable> of(
      PageTexts words, Recommendation recommendation, QuantizationChoice first) {
    List<OfferTable> tables = new ArrayList<>();
    for (QuantizedEstimate memory : recommendation.memory()) {
      boolean isFirst = memory.quantization().equals(first);
      tables.add(isFirst ? 0 : tables.size(), of(words, recommendation, memory, isFirst));
    }
    return tables;
  }

  private static OfferTable of(
      PageTexts words, Recommendation recommendation, QuantizedEstimate memory, boolean shown) {
    Message caption =
        Message.of("page.table.caption")
            .word("format", Wording.format(memory.quantization()))
            .gib("required", memory.estimate().requiredBytes())
            .number("error", BigDecimal.valueOf(Math.round(memory.estimate().errorPercent())));
    return new OfferTable(
        "t-" + memory.quantization().format().id(),
        words.of(caption),
        shown,
        recommendation.assessments(memory.quantization()).stream()
            .map(each -> row(words, recommendation, each))
            .toList());
  }

  private static Row row(PageTexts words, Recommendation recommendation, Assessment each) {
    Question question = recommendation.question();
    boolean severalLists = question.priceLists().size() > 1;
    return new Row(
        Mark.Kind.of(each, recommendation.picks()).css(),
        recommendation.picks().recommend(each),
        Wording.worker(each.worker()),
        severalLists ? PickCard.provider(each.worker()) : "",
        words.of("page.fit." + lower(each.fitting().fit())),
        words.percent(each.memoryPercent()),
        words.of(Wording.hour(each.price())),
        words.of(Wording.month(each.price(), question.constraints().hoursPerMonth())),
        words.of(Wording.difference(each)),
        words.of(Reasons.supply(each.offer().supply())),
        verdict(words, each.verdict()),
        words.of(each.reason()));
  }

  /** In a word, where the reason does not begin with it. */
  private static String verdict(PageTexts words, Verdict verdict) {
    boolean said = verdict == Verdict.OVERSIZED || verdict == Verdict.OVERSIZED_AND_DEAR;
    return said ? "" : words.of("page.verdict." + lower(verdict));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
