package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assessed offers in a table. */
record OfferBlock(MessageBuilder page, Optional<Assessment> star) {

  static final int MOST_ROWS = 8;

  private static final int BAR_LENGTH = 5;
  private static final boolean LEFT = false;
  private static final boolean RIGHT = true;

  /**
   * The offers that matter, in the order of the answer: those that were picked, then the best of
   * the others.
   */
  static List<Assessment> thatMatter(Recommendation recommendation) {
    Picks picks = recommendation.picks();
    Stream<Assessment> picked =
        Stream.of(picks.recommended(), picks.budget(), picks.headroom())
            .flatMap(Optional::stream)
            .map(Picks.Pick::assessment);
    Stream<Assessment> fallbacks = picks.fallbacks().stream().map(Picks.Fallback::assessment);
    Stream<Assessment> current =
        recommendation.assessments().stream().filter(each -> isCurrent(each, recommendation));
    Stream<Assessment> others =
        recommendation.assessments().stream().filter(each -> isOfInterest(each, recommendation));
    List<Assessment> chosen =
        Stream.of(picked, fallbacks, current, others)
            .flatMap(stream -> stream)
            .distinct()
            .limit(MOST_ROWS)
            .toList();
    return recommendation.assessments().stream().filter(chosen::contains).toList();
  }

  private static boolean isCurrent(Assessment assessment, Recommendation recommendation) {
    String current = recommendation.question().current().flatMap(Current::name).orElse("");
    return assessment.offer().id().equals(current) && isOfInterest(assessment, recommendation);
  }

  /** Of the recommended quantization; of all where none is. */
  private static boolean isOfInterest(Assessment assessment, Recommendation recommendation) {
    return recommendation
        .picks()
        .recommended()
        .map(pick -> pick.assessment().quantization().equals(assessment.quantization()))
        .orElse(true);
  }

  Block.Table of(List<Assessment> assessments, Message difference) {
    Several several = Several.of(assessments);
    List<List<String>> rows = new ArrayList<>();
    rows.add(head(several, page.write(difference)));
    assessments.forEach(assessment -> rows.add(row(assessment, several)));
    List<Boolean> columns = new ArrayList<>(several.columns());
    columns.addAll(List.of(LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT));
    return new Block.Table(columns, rows);
  }

  /** What rows are told apart by besides the offer: a column only where they differ in it. */
  private record Several(boolean providers, boolean formats) {
    static Several of(List<Assessment> rows) {
      return new Several(
          rows.stream().map(row -> row.offer().provider()).distinct().count() > 1,
          rows.stream().map(Assessment::quantization).distinct().count() > 1);
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

  private List<String> row(Assessment assessment, Several several) {
    List<String> cells = new ArrayList<>();
    boolean starred = star.filter(assessment::equals).isPresent();
    cells.add((starred ? "★ " : "") + Wording.worker(assessment.worker()));
    if (several.providers()) {
      cells.add(assessment.offer().provider());
    }
    if (several.formats()) {
      cells.add(assessment.quantization().asked());
    }
    cells.add(page.write(Phrases.fit(assessment)));
    cells.add(page.write(Phrases.memory(assessment, BAR_LENGTH)));
    cells.add(page.write(Wording.hour(assessment.price())));
    cells.add(page.write(difference(assessment)));
    cells.add(page.write(Reasons.supply(assessment.offer().supply())));
    return cells;
  }

  /** Without a recommendation the offers are those that somebody asked for: all are compared. */
  private Message difference(Assessment assessment) {
    return star.isEmpty() ? Wording.priceDifference(assessment) : Wording.difference(assessment);
  }
}
