package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each need with its offer in a row. */
record Overview(Report report) {

  List<DocumentBlock> blocks() {
    if (report.recommended().isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    add(Msg.Report.scenarioBudget(), report.picks().budget(), rows);
    add(Msg.Report.scenarioRecommended(), report.picks().recommended(), rows);
    add(Msg.Report.scenarioHeadroom(), report.picks().headroom(), rows);
    List<Column> columns =
        List.of(
            report.column(Msg.Report.headNeed()),
            report.column(Msg.Report.headOffer()),
            report.numbers(Msg.Report.headHour()),
            report.numbers(OfferRow.costHead(report.question())),
            report.column(Msg.Report.headFormat()),
            report.column(Msg.Report.headQuality()));
    return List.of(new DocumentBlock.Table(columns, rows));
  }

  private void add(Message need, Optional<Pick> pick, List<Row> rows) {
    pick.map(Pick::assessment)
        .ifPresent(
            assessment ->
                rows.add(
                    new Row(
                        need.equals(Msg.Report.scenarioRecommended()),
                        cells(report.write(need), assessment))));
  }

  private List<String> cells(String need, Assessment assessment) {
    return List.of(
        need,
        report.name(assessment),
        report.perHour(assessment),
        report.write(Wording.cost(assessment.bill())),
        assessment.quantization().asked(),
        report.quality(assessment));
  }
}
