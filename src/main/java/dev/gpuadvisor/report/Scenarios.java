package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which offer for which need, and what that saves. */
record Scenarios(Report report) {

  List<DocumentBlock> blocks() {
    if (report.recommended().isEmpty()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    add("scenario.budget", report.picks().budget(), points);
    add("scenario.recommended", report.picks().recommended(), points);
    add("scenario.headroom", report.picks().headroom(), points);
    return List.of(new DocumentBlock.Bullets(points));
  }

  private void add(String key, Optional<Pick> pick, List<Point> points) {
    pick.map(Pick::assessment)
        .ifPresent(assessment -> points.add(report.point(key, choice(assessment))));
  }

  private Message choice(Assessment assessment) {
    List<String> compared = compared(assessment);
    Message choice =
        Message.of(compared.isEmpty() ? "report.scenario" : "report.scenario_compared")
            .word("offer", report.name(assessment))
            .word("quantization", assessment.quantization().asked())
            .message("hour", Wording.perHour(assessment.price()))
            .word("quality", report.quality(assessment));
    return compared.isEmpty() ? choice : choice.words("compared", compared);
  }

  /** Against what is recommended, and against what runs now. */
  private List<String> compared(Assessment assessment) {
    List<String> compared = new ArrayList<>();
    Assessment recommended = report.recommended().orElseThrow();
    if (!assessment.equals(recommended)) {
      BigDecimal above = assessment.price().percentAbove(recommended.price());
      String word = above.signum() > 0 ? "report.more_than" : "report.less_than";
      compared.add(
          report.write(
              Message.of(word)
                  .percent("percent", above.abs())
                  .word("other", recommended.worker().label())));
    }
    report
        .question()
        .current()
        .map(current -> SavingCase.of(current, assessment))
        .filter(saving -> saving.percent().signum() != 0)
        .ifPresent(saving -> compared.add(report.write(saving.message(againstCurrent(saving)))));
    return compared;
  }

  private static String againstCurrent(SavingCase saving) {
    return saving.percent().signum() < 0 ? "report.more_than_now" : "report.less_than_now";
  }
}
