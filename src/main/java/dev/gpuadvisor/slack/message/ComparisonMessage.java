package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Named offers side by side. */
public record ComparisonMessage(MessageBuilder page, Comparison comparison, LocalDate today) {

  public SlackMessage message(boolean shared) {
    List<String> offers = comparison.offers().stream().map(Offer::id).toList();
    Question question = comparison.question();
    Message headline = Msg.Slack.headlineCompare(question.task().model().huggingFaceId(), offers);
    List<OfferRow> all = OfferRow.sideBySide(comparison.assessments(), question);
    List<OfferRow> shown = all.subList(0, Math.min(OfferBlock.MOST_ROWS, all.size()));
    page.header(headline);
    page.section(page.write(Wording.load(question, question.quantizations())));
    Message difference = Msg.Answer.headAgainst(offers.get(0));
    page.add(new OfferBlock(page).of(shown, difference));
    page.section(shown.stream().map(this::verdict).collect(Collectors.joining("\n")));
    if (shown.size() < all.size()) {
      Message more = Msg.Slack.moreRows(all.size() - shown.size());
      page.section(page.write(more));
    }
    List<PriceList> lists = Phrases.listing(Phrases.offers(shown), question.priceLists());
    boolean old = comparison.notes().stream().anyMatch(Note::isAboutAge);
    page.add(Phrases.smallPrint(page, lists, old, comparison.notes(), today));
    return page.message(shared, headline);
  }

  private String verdict(OfferRow row) {
    Message verdict =
        Msg.Slack.verdict(
            Wording.format(row.assessment().quantization()), row.offer(), row.reason());
    return page.write(verdict);
  }
}
