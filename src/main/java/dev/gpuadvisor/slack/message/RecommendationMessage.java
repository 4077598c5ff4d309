package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recommendation: what to rent in one line, then why, then what else there is. */
public record RecommendationMessage(
    MessageBuilder page, Recommendation recommendation, LocalDate today) {

  private static final int BAR_LENGTH = 10;

  public SlackMessage message(boolean shared) {
    Optional<Assessment> pick = recommendation.picks().recommended().map(Picks.Pick::assessment);
    Message text = pick.isPresent() ? picked(recommendation.picks()) : nothing();
    List<Assessment> rows = OfferBlock.thatMatter(recommendation);
    page.add(new OfferBlock(page, pick).of(rows, Msg.Answer.headDifference()));
    if (pick.isPresent()) {
      new Alternatives(page, recommendation, pick.get()).write();
    }
    List<Offer> shown = rows.stream().map(Assessment::offer).toList();
    List<PriceList> lists = Phrases.listing(shown, recommendation.question().priceLists());
    page.add(Phrases.smallPrint(page, lists, smallNotes(pick), today));
    return page.message(shared, text);
  }

  private Message picked(Picks picks) {
    Picks.Pick pick = picks.recommended().orElseThrow();
    Assessment assessment = pick.assessment();
    page.header(
        Msg.Slack.headline(
            Wording.perHour(assessment.price()),
            Wording.perMonth(assessment.bill()),
            Wording.worker(assessment.worker())));
    page.section(
        "*" + workload().model().huggingFaceId() + "*" + offeredBy(assessment.offer()),
        page.write(Wording.load(recommendation.question(), List.of(assessment.quantization()))),
        page.write(memory(assessment)),
        page.write(pick.reason()),
        Wording.speed(assessment).map(page::write).orElse(""));
    return Msg.Slack.textPick(
        Wording.format(assessment.quantization()),
        Wording.perHour(assessment.price()),
        workload().model().huggingFaceId(),
        Wording.perMonth(assessment.bill()),
        Wording.worker(assessment.worker()),
        assessment.memoryPercent());
  }

  /** Names of offers are the provider's own: whose they are says only the list. */
  private String offeredBy(Offer offer) {
    List<PriceList> lists = recommendation.question().priceLists();
    return lists.size() == 1
        ? ""
        : Phrases.listing(List.of(offer), lists).stream()
            .map(list -> " · " + list.name())
            .collect(Collectors.joining());
  }

  private Message nothing() {
    Message headline = Msg.Slack.headlineNothing(workload().model().huggingFaceId());
    page.header(headline);
    String why =
        recommendation.notes().stream()
            .filter(Note::saysWhyNothing)
            .map(note -> page.write(note.text()))
            .collect(Collectors.joining("\n"));
    Question question = recommendation.question();
    page.section(page.write(Wording.load(question, question.quantizations())), why);
    return headline;
  }

  private static Message memory(Assessment assessment) {
    return Msg.Slack.memory(
        Phrases.memory(assessment, BAR_LENGTH),
        assessment.fitting().requiredBytes(),
        assessment.fitting().usableBytes());
  }

  /** Of the notes about offers, those about the one that is recommended. */
  private List<Note> smallNotes(Optional<Assessment> pick) {
    String picked = pick.map(assessment -> assessment.offer().id()).orElse("");
    return recommendation.notes().stream()
        .filter(note -> !note.saysWhyNothing())
        .filter(note -> offers(note).allMatch(picked::equals))
        .toList();
  }

  private static Stream<Object> offers(Note note) {
    return note.text().values().stream()
        .filter(value -> value.name().equals("offer"))
        .map(Message.Value::content);
  }

  private Workload workload() {
    return Phrases.served(recommendation.question());
  }
}
