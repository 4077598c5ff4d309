package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.SpeedEstimate;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recommendation: what to rent in one line, then why, then what else there is. */
record RecommendationPage(Page page, Recommendation recommendation, LocalDate today) {

  private static final int BAR_LENGTH = 10;

  SlackMessage message(boolean shared) {
    Optional<Assessment> pick = recommendation.picks().recommended().map(Picks.Pick::assessment);
    Message text = pick.isPresent() ? picked(recommendation.picks()) : nothing();
    List<Assessment> rows = OfferTable.thatMatter(recommendation);
    page.add(new OfferTable(page, pick).of(rows, Message.of("slack.head.difference")));
    if (pick.isPresent()) {
      page.add(new Block.Columns(otherPicks()));
      recommendation.migration().ifPresent(this::saving);
      fallbacks(pick.get());
    }
    page.add(
        Phrases.smallPrint(page, recommendation.question().priceLists(), smallNotes(pick), today));
    return page.message(shared, text);
  }

  private Message picked(Picks picks) {
    Picks.Pick pick = picks.recommended().orElseThrow();
    Assessment assessment = pick.assessment();
    page.header(
        Message.of("slack.headline")
            .word("offer", Phrases.worker(assessment.worker()))
            .message("hour", Phrases.perHour(assessment.price()))
            .message("month", perMonth(assessment)));
    page.section(
        "*" + workload().model().huggingFaceId() + "*",
        page.write(Phrases.load(recommendation.question(), List.of(assessment.quantization()))),
        page.write(memory(assessment)),
        page.write(pick.reason()),
        assessment.speed().map(speed -> page.write(speed(assessment, speed))).orElse(""));
    return Message.of("slack.text.pick")
        .word("offer", Phrases.worker(assessment.worker()))
        .word("model", workload().model().huggingFaceId())
        .word("format", Phrases.format(assessment.quantization()))
        .message("hour", Phrases.perHour(assessment.price()))
        .message("month", perMonth(assessment))
        .percent("used", assessment.memoryPercent());
  }

  private Message nothing() {
    Message headline =
        Message.of("slack.headline.nothing").word("model", workload().model().huggingFaceId());
    page.header(headline);
    String why =
        recommendation.notes().stream()
            .filter(RecommendationPage::saysWhyNothing)
            .map(note -> page.write(note.text()))
            .collect(Collectors.joining("\n"));
    Question question = recommendation.question();
    page.section(page.write(Phrases.load(question, question.quantizations())), why);
    return headline;
  }

  private static Message memory(Assessment assessment) {
    return Message.of("slack.memory")
        .message("cell", Phrases.memory(assessment, BAR_LENGTH))
        .gib("required", assessment.fitting().requiredBytes())
        .gib("usable", assessment.fitting().usableBytes());
  }

  private static Message speed(Assessment assessment, SpeedEstimate speed) {
    BigDecimal low = tokens(speed.lowPerSecond());
    BigDecimal high = tokens(speed.highPerSecond());
    Message least = perMillion(assessment, speed.highPerSecond() * speed.concurrency());
    if (low.equals(high)) {
      return Message.of("slack.speed_one").number("speed", low).message("price", least);
    }
    return Message.of("slack.speed")
        .number("low", low)
        .number("high", high)
        .message("least", least)
        .message("most", perMillion(assessment, speed.lowPerSecond() * speed.concurrency()));
  }

  private static Message perMillion(Assessment assessment, double tokensPerSecond) {
    return Message.of("slack.usd").usd("usd", assessment.price().perMillionTokens(tokensPerSecond));
  }

  private static BigDecimal tokens(double perSecond) {
    return BigDecimal.valueOf(perSecond).setScale(1, RoundingMode.HALF_UP);
  }

  private List<String> otherPicks() {
    Picks picks = recommendation.picks();
    List<String> columns = new ArrayList<>();
    columns.add(pick("slack.budget", picks.budget(), picks.recommended()));
    columns.add(pick("slack.headroom", picks.headroom(), picks.recommended()));
    return columns;
  }

  private String pick(String title, Optional<Picks.Pick> pick, Optional<Picks.Pick> recommended) {
    String bold = "*" + page.write(title) + "*\n";
    if (pick.isEmpty()) {
      return bold + page.write(title + ".none");
    }
    Assessment assessment = pick.get().assessment();
    if (recommended.filter(other -> other.assessment().equals(assessment)).isPresent()) {
      return bold + page.write("slack.the_same");
    }
    Message what =
        Message.of("slack.pick")
            .word("offer", Phrases.worker(assessment.worker()))
            .word("format", Phrases.format(assessment.quantization()))
            .message("hour", Phrases.perHour(assessment.price()))
            .message("month", perMonth(assessment));
    return bold + page.write(what) + "\n" + page.write(pick.get().reason());
  }

  private void saving(Migration migration) {
    boolean saves = migration.usdPerHour().signum() >= 0;
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    Message saving =
        Message.of(saves ? "slack.saves" : "slack.costs_more")
            .word("from", migration.from().name())
            .usd("price", migration.from().usdPerHour())
            .percent("percent", migration.percent().abs())
            .usd("hour", migration.usdPerHour().abs())
            .usd("day", migration.usdPerDay().abs())
            .message("month", Phrases.perMonth(migration.usdPerMonth().abs(), hours));
    page.section(page.write(saving));
  }

  private void fallbacks(Assessment pick) {
    List<Picks.Fallback> fallbacks = recommendation.picks().fallbacks();
    String chain =
        fallbacks.stream()
            .map(
                fallback ->
                    Phrases.worker(fallback.assessment().worker())
                        + " "
                        + page.write(Phrases.difference(fallback.differencePercent())))
            .collect(Collectors.joining(" → "));
    Message text =
        Message.of(fallbacks.isEmpty() ? "slack.no_fallbacks" : "slack.fallbacks")
            .word("offer", Phrases.worker(pick.worker()));
    page.section(page.write(fallbacks.isEmpty() ? text : text.word("chain", chain)));
  }

  /** Of the notes about offers, those about the one that is recommended. */
  private List<Note> smallNotes(Optional<Assessment> pick) {
    return recommendation.notes().stream()
        .filter(
            note ->
                !saysWhyNothing(note)
                    && offers(note)
                        .allMatch(id -> id.equals(pick.map(each -> each.offer().id()).orElse(""))))
        .toList();
  }

  private static Stream<Object> offers(Note note) {
    return note.text().values().stream()
        .filter(value -> value.name().equals("offer"))
        .map(Message.Value::content);
  }

  private static boolean saysWhyNothing(Note note) {
    return note.code().startsWith("nothing_");
  }

  private Message perMonth(Assessment assessment) {
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    return Phrases.perMonth(assessment.price().perMonth(hours), hours);
  }

  private Workload workload() {
    return recommendation.question().workload();
  }
}
