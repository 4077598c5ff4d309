package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is besides the recommended offer: cheaper, roomier, what runs now, what to try next.
 */
record Alternatives(MessageBuilder page, Recommendation recommendation, Assessment pick) {

  void write() {
    page.add(new Block.Columns(otherPicks()));
    recommendation.migration().ifPresent(this::saving);
    recommendation.breakEven().ifPresent(each -> page.section(page.write(each.text())));
    fallbacks();
  }

  private List<String> otherPicks() {
    Picks picks = recommendation.picks();
    List<String> columns = new ArrayList<>();
    columns.add(pick(Msg.Answer.budget(), Msg.Answer.budgetNone(), picks.budget()));
    columns.add(pick(Msg.Answer.headroom(), Msg.Answer.headroomNone(), picks.headroom()));
    return columns;
  }

  private String pick(Message title, Message none, Optional<Picks.Pick> pick) {
    String bold = "*" + page.write(title) + "*\n";
    if (pick.isEmpty()) {
      return bold + page.write(none);
    }
    Assessment assessment = pick.get().assessment();
    if (recommendation.picks().recommend(assessment)) {
      return bold + page.write(Msg.Answer.theSame());
    }
    Message what =
        Msg.Slack.pick(
            Wording.format(assessment.quantization()),
            Wording.perHour(assessment.price()),
            Wording.perMonth(assessment, recommendation.question()),
            Wording.worker(assessment.worker()));
    return bold + page.write(what) + "\n" + page.write(pick.get().reason());
  }

  private void saving(Migration migration) {
    boolean saves = migration.saves();
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    Message saving =
        saves
            ? Msg.Slack.saves(
                migration.usdPerDay().abs(),
                migration.from().label(),
                migration.usdPerHour().abs(),
                Wording.perMonth(migration.usdPerMonth().abs(), hours),
                migration.percent().abs(),
                migration.from().usdPerHour())
            : Msg.Slack.costsMore(
                migration.usdPerDay().abs(),
                migration.from().label(),
                migration.usdPerHour().abs(),
                Wording.perMonth(migration.usdPerMonth().abs(), hours),
                migration.percent().abs(),
                migration.from().usdPerHour());
    page.section(page.write(saving), changes(migration.changes()));
  }

  private String changes(List<Note> changes) {
    return changes.stream()
        .map(change -> "• " + page.write(change.text()))
        .collect(Collectors.joining("\n"));
  }

  private void fallbacks() {
    List<Picks.Fallback> fallbacks = recommendation.picks().fallbacks();
    String chain =
        fallbacks.stream()
            .map(
                fallback ->
                    Wording.worker(fallback.assessment().worker())
                        + " "
                        + page.write(Wording.difference(fallback.differencePercent())))
            .collect(Collectors.joining(" → "));
    String offer = Wording.worker(pick.worker());
    page.section(
        page.write(
            fallbacks.isEmpty()
                ? Msg.Slack.noFallbacks(offer)
                : Msg.Slack.fallbacks(chain, offer)));
  }
}
