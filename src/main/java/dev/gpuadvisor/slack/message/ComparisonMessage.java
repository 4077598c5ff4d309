package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Named offers side by side. */
public record ComparisonMessage(MessageBuilder page, Comparison comparison, LocalDate today) {

  public SlackMessage message(boolean shared) {
    List<String> offers = comparison.offers().stream().map(offer -> offer.id()).toList();
    Message headline =
        Msg.Slack.headlineCompare(comparison.question().task().model().huggingFaceId(), offers);
    List<Assessment> all = comparison.assessments();
    List<Assessment> shown = all.subList(0, Math.min(OfferBlock.MOST_ROWS, all.size()));
    page.header(headline);
    Question question = comparison.question();
    page.section(page.write(Wording.load(question, question.quantizations())));
    Message difference = Msg.Answer.headAgainst(offers.get(0));
    page.add(new OfferBlock(page, Optional.empty()).of(shown, difference));
    page.section(shown.stream().map(this::verdict).collect(Collectors.joining("\n")));
    if (shown.size() < all.size()) {
      Message more = Msg.Slack.moreRows(all.size() - shown.size());
      page.section(page.write(more));
    }
    List<Offer> offersShown = shown.stream().map(Assessment::offer).toList();
    List<PriceList> lists = Phrases.listing(offersShown, comparison.question().priceLists());
    page.add(Phrases.smallPrint(page, lists, comparison.notes(), today));
    return page.message(shared, headline);
  }

  private String verdict(Assessment assessment) {
    Message verdict =
        Msg.Slack.verdict(
            Wording.format(assessment.quantization()),
            Wording.worker(assessment.worker()),
            assessment.reason());
    return page.write(verdict);
  }
}
