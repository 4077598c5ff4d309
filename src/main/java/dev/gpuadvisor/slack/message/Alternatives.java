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
            Wording.perMonth(assessment.bill()),
            Wording.worker(assessment.worker()));
    return bold + page.write(what) + "\n" + page.write(pick.get().reason());
  }

  private void saving(Migration migration) {
    Message saving =
        migration.saving().isTheSameEveryHour() ? everyHour(migration) : byMonth(migration);
    page.section(page.write(saving), changes(migration.changes()));
  }

  private static Message everyHour(Migration migration) {
    BigDecimal day = migration.usdPerDay().abs();
    BigDecimal hour = migration.usdPerHour().abs();
    Message from = migration.from().label();
    Message month = Wording.perMonth(migration);
    BigDecimal percent = migration.percent().abs();
    BigDecimal price = migration.from().usdPerHour();
    return migration.saves()
        ? Msg.Slack.saves(day, from, hour, month, percent, price)
        : Msg.Slack.costsMore(day, from, hour, month, percent, price);
  }

  private static Message byMonth(Migration migration) {
    Message bills = Wording.bills(migration);
    Message from = migration.from().label();
    BigDecimal percent = migration.percent().abs();
    BigDecimal price = migration.from().usdPerHour();
    return migration.saves()
        ? Msg.Slack.savesByMonth(bills, from, percent, price)
        : Msg.Slack.costsMoreByMonth(bills, from, percent, price);
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
