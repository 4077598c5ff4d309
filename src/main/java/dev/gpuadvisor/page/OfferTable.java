package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.advice.Verdict;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
        Msg.Page.tableCaption(
            BigDecimal.valueOf(Math.round(memory.estimate().errorPercent())),
            Wording.format(memory.quantization()),
            memory.estimate().requiredBytes());
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
        words.of(fit(each.fitting().fit())),
        words.percent(each.memoryPercent()),
        words.of(Wording.hour(each.price())),
        words.of(Wording.month(each.bill())),
        words.of(Wording.difference(each)),
        words.of(Reasons.supply(each.offer().supply())),
        verdict(words, each.verdict()),
        words.of(each.reason()));
  }

  /** In a word, where the reason does not begin with it. */
  private static String verdict(PageTexts words, Verdict verdict) {
    return switch (verdict) {
      case DOES_NOT_FIT -> words.of(Msg.Page.verdictDoesNotFit());
      case TOO_MANY_GPUS -> words.of(Msg.Page.verdictTooManyGpus());
      case OVER_BUDGET -> words.of(Msg.Page.verdictOverBudget());
      case SUPPLY_TOO_LOW -> words.of(Msg.Page.verdictSupplyTooLow());
      case TOO_SLOW -> words.of(Msg.Page.verdictTooSlow());
      case TIGHT -> words.of(Msg.Page.verdictTight());
      case BEST_CHOICE -> words.of(Msg.Page.verdictBestChoice());
      case RANKED_LOWER -> words.of(Msg.Page.verdictRankedLower());
      case DOMINATED -> words.of(Msg.Page.verdictDominated());
      case LESS_MEMORY_DEARER -> words.of(Msg.Page.verdictLessMemoryDearer());
      case SAME_MEMORY_DEARER -> words.of(Msg.Page.verdictSameMemoryDearer());
      case ACCEPTABLE -> words.of(Msg.Page.verdictAcceptable());
      case OVERSIZED, OVERSIZED_AND_DEAR -> "";
    };
  }

  private static Message fit(Fit fit) {
    return switch (fit) {
      case COMFORTABLE -> Msg.Page.fitComfortable();
      case TIGHT -> Msg.Page.fitTight();
      case NO -> Msg.Page.fitNo();
    };
  }
}
