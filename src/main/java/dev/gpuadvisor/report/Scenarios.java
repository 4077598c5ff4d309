package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which offer for which need, and what that saves. */
record Scenarios(Report report) {

  List<DocumentBlock> blocks() {
    if (report.recommended().isEmpty()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    add(Msg.Report.scenarioBudget(), report.picks().budget(), points);
    add(Msg.Report.scenarioRecommended(), report.picks().recommended(), points);
    add(Msg.Report.scenarioHeadroom(), report.picks().headroom(), points);
    return List.of(new DocumentBlock.Bullets(points));
  }

  private void add(Message need, Optional<Pick> pick, List<Point> points) {
    pick.map(Pick::assessment)
        .ifPresent(assessment -> points.add(report.point(need, choice(assessment))));
  }

  private Message choice(Assessment assessment) {
    List<String> compared = compared(assessment);
    Message price = price(assessment);
    String offer = report.name(assessment);
    String quality = report.quality(assessment);
    String quantization = assessment.quantization().asked();
    return compared.isEmpty()
        ? Msg.Report.scenario(offer, price, quality, quantization)
        : Msg.Report.scenarioCompared(compared, offer, price, quality, quantization);
  }

  /** In which it is compared. */
  private Message price(Assessment assessment) {
    Question question = report.question();
    Stream<Bill> others =
        Stream.concat(
            report.recommended().map(Assessment::bill).stream(),
            question.current().map(each -> each.bill(question.constraints().usage())).stream());
    return Report.isByTheHour(assessment.bill(), others)
        ? Wording.perHour(assessment)
        : Wording.perMonth(assessment);
  }

  /** Against what is recommended, and against what runs now. */
  private List<String> compared(Assessment assessment) {
    List<String> compared = new ArrayList<>();
    Assessment recommended = report.recommended().orElseThrow();
    if (!assessment.equals(recommended) && !recommended.bill().isFree()) {
      BigDecimal above = assessment.bill().percentAbove(recommended.bill());
      String other = recommended.worker().label();
      compared.add(
          report.write(
              above.signum() > 0
                  ? Msg.Report.moreThan(other, above)
                  : Msg.Report.lessThan(other, above.negate())));
    }
    report
        .question()
        .current()
        .map(current -> SavingCase.of(report.question(), current, assessment))
        .filter(saving -> saving.percent().signum() != 0)
        .ifPresent(saving -> compared.add(report.write(againstCurrent(saving))));
    return compared;
  }

  private static Message againstCurrent(SavingCase saving) {
    return saving.percent().signum() < 0
        ? saving.message(Msg.Report::moreThanNow)
        : saving.message(Msg.Report::lessThanNow);
  }
}
