package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.text.Message;
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
    columns.add(pick("answer.budget", picks.budget()));
    columns.add(pick("answer.headroom", picks.headroom()));
    return columns;
  }

  private String pick(String title, Optional<Picks.Pick> pick) {
    String bold = "*" + page.write(title) + "*\n";
    if (pick.isEmpty()) {
      return bold + page.write(title + ".none");
    }
    Assessment assessment = pick.get().assessment();
    if (recommendation.picks().recommend(assessment)) {
      return bold + page.write("answer.the_same");
    }
    Message what =
        Message.of("slack.pick")
            .word("offer", Wording.worker(assessment.worker()))
            .word("format", Wording.format(assessment.quantization()))
            .message("hour", Wording.perHour(assessment.price()))
            .message("month", Wording.perMonth(assessment, recommendation.question()));
    return bold + page.write(what) + "\n" + page.write(pick.get().reason());
  }

  private void saving(Migration migration) {
    boolean saves = migration.saves();
    BigDecimal hours = recommendation.question().constraints().hoursPerMonth();
    Message saving =
        Message.of(saves ? "slack.saves" : "slack.costs_more")
            .message("from", migration.from().label())
            .usd("price", migration.from().usdPerHour())
            .percent("percent", migration.percent().abs())
            .usd("hour", migration.usdPerHour().abs())
            .usd("day", migration.usdPerDay().abs())
            .message("month", Wording.perMonth(migration.usdPerMonth().abs(), hours));
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
    Message text =
        Message.of(fallbacks.isEmpty() ? "slack.no_fallbacks" : "slack.fallbacks")
            .word("offer", Wording.worker(pick.worker()));
    page.section(page.write(fallbacks.isEmpty() ? text : text.word("chain", chain)));
  }
}
