package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Assessed offers in a table. */
record OfferBlock(MessageBuilder page) {

  static final int MOST_ROWS = 8;

  private static final int BAR_LENGTH = 5;
  private static final boolean LEFT = false;
  private static final boolean RIGHT = true;

  Block.Table of(List<OfferRow> offers, Message difference) {
    Several several = Several.of(offers);
    List<List<String>> rows = new ArrayList<>();
    rows.add(head(several, page.write(difference)));
    offers.forEach(offer -> rows.add(row(offer, several)));
    List<Boolean> columns = new ArrayList<>(several.columns());
    columns.addAll(List.of(LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT));
    return new Block.Table(columns, rows);
  }

  /** What rows are told apart by besides the offer: a column only where they differ in it. */
  private record Several(boolean providers, boolean formats) {
    static Several of(List<OfferRow> rows) {
      return new Several(
          rows.stream().map(row -> row.assessment().offer().provider()).distinct().count() > 1,
          rows.stream().map(row -> row.assessment().quantization()).distinct().count() > 1);
    }

    List<Boolean> columns() {
      return Stream.of(providers, formats).filter(each -> each).map(each -> LEFT).toList();
    }
  }

  private List<String> head(Several several, String difference) {
    List<String> cells = new ArrayList<>();
    cells.add(page.write(Msg.Answer.headOffer()));
    if (several.providers()) {
      cells.add(page.write(Msg.Answer.headProvider()));
    }
    if (several.formats()) {
      cells.add(page.write(Msg.Answer.headFormat()));
    }
    cells.add(page.write(Msg.Answer.headFit()));
    cells.add(page.write(Msg.Answer.headMemory()));
    cells.add(page.write(Msg.Answer.headHour()));
    cells.add(difference);
    cells.add(page.write(Msg.Answer.headSupply()));
    return cells;
  }

  private List<String> row(OfferRow offer, Several several) {
    List<String> cells = new ArrayList<>();
    cells.add((offer.recommended() ? "★ " : "") + offer.offer());
    if (several.providers()) {
      cells.add(offer.assessment().offer().provider());
    }
    if (several.formats()) {
      cells.add(offer.assessment().quantization().asked());
    }
    cells.add(offer.fitMark().before(page.write(offer.fit())));
    cells.add(page.write(memory(offer)));
    cells.add(page.write(offer.hour()));
    cells.add(page.write(offer.difference()));
    cells.add(page.write(offer.supply()));
    return cells;
  }

  /** How full it is, with a bar; a card that cannot compute the format is not full of it. */
  private static Message memory(OfferRow offer) {
    return Msg.Slack.memoryCell(
        TextBar.of(offer.assessment().memoryPercent(), BAR_LENGTH),
        offer.assessment().memoryPercent());
  }
}
