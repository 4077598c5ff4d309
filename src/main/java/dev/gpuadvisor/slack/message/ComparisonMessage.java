package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.TaskWording;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Named offers side by side.
 *
 * @param again the line that asks the same
 */
public record ComparisonMessage(
    MessageBuilder page, Comparison comparison, LocalDate today, Optional<String> again) {

  public SlackMessage message(boolean shared) {
    List<String> offers = comparison.offers().stream().map(Offer::id).toList();
    Question question = comparison.question();
    Message headline = Msg.Slack.headlineCompare(question.task().model().huggingFaceId(), offers);
    List<OfferRow> all = OfferRow.sideBySide(comparison.assessments(), question);
    List<OfferRow> shown = all.subList(0, Math.min(OfferBlock.MOST_ROWS, all.size()));
    page.header(
        headline, comparison.notes().stream().filter(Note::isAboutAge).map(Note::text).toList());
    page.section(
        page.write(TaskWording.of(question, question.quantizations())),
        shown.stream().map(this::verdict).collect(Collectors.joining("\n")));
    page.add(new OfferBlock(page).of(shown));
    if (shown.size() < all.size()) {
      page.aside(Msg.Slack.moreRows(all.size() - shown.size()));
    }
    List<PriceList> lists = Phrases.listing(Phrases.offers(shown), question.priceLists());
    Phrases.smallPrint(page, lists, comparison.notes(), today);
    again.ifPresent(line -> page.ending(MessageBuilder.Ending.AGAIN, line));
    return page.message(shared, spoken(headline, shown, lists));
  }

  private String verdict(OfferRow row) {
    Message verdict =
        Msg.Slack.verdict(
            Wording.format(row.assessment().quantization()), row.offer(), row.reason());
    return page.write(verdict);
  }

  private List<String> spoken(Message headline, List<OfferRow> rows, List<PriceList> lists) {
    List<Message> sentences = new ArrayList<>(List.of(Msg.Slack.spokenHeadline(headline)));
    rows.stream().map(SpokenRecommendation::row).forEach(sentences::add);
    sentences.addAll(Phrases.toTell(comparison.notes()));
    sentences.addAll(Phrases.dates(lists, today));
    return sentences.stream().map(page::write).toList();
  }
}
