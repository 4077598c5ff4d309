package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recommendation that is being reported, in the words of one language.
 *
 * @param files the address of the files that start what is recommended; empty where it has none
 */
record Report(Story story, Texts texts, Optional<String> files) {

  /** Of a question that has no address. */
  Report(Story story, Texts texts) {
    this(story, texts, Optional.empty());
  }

  Recommendation recommendation() {
    return story.recommendation();
  }

  LocalDate today() {
    return story.today();
  }

  Question question() {
    return recommendation().question();
  }

  Picks picks() {
    return recommendation().picks();
  }

  Optional<Assessment> recommended() {
    return picks().recommended().map(Picks.Pick::assessment);
  }

  boolean isRecommended(Assessment assessment) {
    return picks().recommend(assessment);
  }

  boolean isOfSeveralLists() {
    return question().priceLists().size() > 1;
  }

  /** With its provider where several are asked. */
  String name(Assessment assessment) {
    String label = Wording.workers(assessment);
    return isOfSeveralLists() ? label + " (" + assessment.offer().provider() + ")" : label;
  }

  boolean isSeveralFormats() {
    return question().quantizations().size() > 1;
  }

  /** The picks that there are, each once. */
  List<Assessment> picked() {
    return Stream.of(picks().budget(), picks().recommended(), picks().headroom())
        .flatMap(Optional::stream)
        .map(Picks.Pick::assessment)
        .distinct()
        .toList();
  }

  /** What is thought of an offer in another format; of each offer there is one in every format. */
  Assessment assessment(Offer offer, QuantizationChoice quantization) {
    return recommendation().assessments().stream()
        .filter(each -> each.offer().equals(offer) && each.quantization().equals(quantization))
        .findFirst()
        .orElseThrow();
  }

  /** Whether an offer runs some format with room to spare. */
  boolean isOfUse(Offer offer) {
    return recommendation().assessments().stream()
        .anyMatch(each -> each.offer().equals(offer) && each.fitting().fit() == Fit.COMFORTABLE);
  }

  /** Why nothing is recommended; empty where something is. */
  List<DocumentBlock> outcome() {
    return story.obstacles().stream().map(text -> paragraph(write(text))).toList();
  }

  /** As people call it; a model that the catalogue does not have is only known by its size. */
  String model() {
    Model model = question().task().model();
    return model.origin().isNamed()
        ? model.huggingFaceId()
        : write(Msg.Report.unlisted(model.huggingFaceId()));
  }

  String write(Message message) {
    return texts.write(message);
  }

  /** {@code Offer:}, as a language writes it. */
  String lead(Message name) {
    return write(Msg.Report.lead(name));
  }

  Point point(Message name, String text) {
    return new Point(lead(name), text);
  }

  Point point(Message name, Message text) {
    return point(name, write(text));
  }

  Point plain(Message text) {
    return new Point("", write(text));
  }

  DocumentBlock paragraph(String text) {
    return new DocumentBlock.Paragraph(new Point("", text));
  }

  DocumentBlock heading(Message text) {
    return new DocumentBlock.Heading(write(text));
  }

  Column column(Message head) {
    return new Column(write(head), false);
  }

  Column numbers(Message head) {
    return new Column(write(head), true);
  }

  String gib(long bytes) {
    return write(Wording.gib(bytes));
  }

  String gigabytes(int gb) {
    return write(Msg.Amount.gigabytes(gb));
  }

  String count(long count) {
    return write(Wording.count(count));
  }

  String percent(Assessment assessment) {
    return write(Wording.percent(assessment.memoryPercent()));
  }

  String perHour(Assessment assessment) {
    return write(Wording.hour(new Price(assessment.bill().usdPerHour())));
  }

  /** Whether a bill is told from others by what an hour costs: else only by the whole of it. */
  static boolean isByTheHour(Bill bill, Stream<Bill> others) {
    return bill.hoursOfRun().isEmpty() && others.allMatch(bill::isForTheHoursOf);
  }

  String quality(Assessment assessment) {
    return write(quality(assessment.quantization().format().quality()));
  }

  private static Message quality(int stars) {
    return switch (stars) {
      case 5 -> Msg.Quality.quality5();
      case 4 -> Msg.Quality.quality4();
      case 3 -> Msg.Quality.quality3();
      case 2 -> Msg.Quality.quality2();
      case 1 -> Msg.Quality.quality1();
      default -> throw new IllegalArgumentException(stars + " stars");
    };
  }
}
