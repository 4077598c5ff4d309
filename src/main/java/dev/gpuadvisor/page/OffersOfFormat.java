package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Recommendation.QuantizedEstimate;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * All offers in one format, and what to think of each.
 *
 * @param costHead of a month, or of the run
 * @param shown whether it is unfolded
 */
record OffersOfFormat(String id, String caption, String costHead, boolean shown, List<Row> rows) {

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
      String cost,
      String difference,
      String supply,
      String verdict,
      String reason) {}

  /** The format of the recommended offer first, and unfolded. */
  static List<OffersOfFormat> of(PageTexts words, Story story, QuantizationChoice first) {
    List<OffersOfFormat> tables = new ArrayList<>();
    for (QuantizedEstimate memory : story.recommendation().memory()) {
      boolean isFirst = memory.quantization().equals(first);
      tables.add(isFirst ? 0 : tables.size(), of(words, story, memory, isFirst));
    }
    return tables;
  }

  private static OffersOfFormat of(
      PageTexts words, Story story, QuantizedEstimate memory, boolean shown) {
    Message caption =
        Msg.Page.tableCaption(
            BigDecimal.valueOf(Math.round(memory.estimate().errorPercent())),
            Wording.format(memory.quantization()),
            memory.estimate().requiredBytes());
    return new OffersOfFormat(
        "t-" + memory.quantization().format().id(),
        words.of(caption),
        words.of(OfferRow.costHead(story.question())),
        shown,
        story.rows(memory.quantization()).stream().map(each -> row(words, story, each)).toList());
  }

  private static Row row(PageTexts words, Story story, OfferRow row) {
    boolean severalLists = story.question().priceLists().size() > 1;
    return new Row(
        Mark.Kind.of(row.assessment(), story.recommendation().picks()).css(),
        row.recommended(),
        row.offer(),
        severalLists ? row.provider() : "",
        words.of(row.fit()),
        words.percent(row.assessment().memoryPercent()),
        words.of(row.hour()),
        words.of(row.cost()),
        words.of(row.difference()),
        words.of(row.supply()),
        row.reasonSaysVerdict() ? "" : words.of(Msg.Page.sentence(row.verdict())),
        words.of(row.reason()));
  }
}
