package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import java.math.BigDecimal;
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
    add("budget", report.picks().budget(), rows);
    add("recommended", report.picks().recommended(), rows);
    add("headroom", report.picks().headroom(), rows);
    List<Column> columns =
        List.of(
            report.column("need"),
            report.column("offer"),
            report.numbers("hour"),
            report.numbers("month"),
            report.column("format"),
            report.column("quality"));
    return List.of(new DocumentBlock.Table(columns, rows));
  }

  private void add(String key, Optional<Pick> pick, List<Row> rows) {
    pick.map(Pick::assessment)
        .ifPresent(
            assessment ->
                rows.add(
                    new Row(
                        key.equals("recommended"),
                        cells(report.write("report.scenario." + key), assessment))));
  }

  private List<String> cells(String need, Assessment assessment) {
    BigDecimal hours = report.question().constraints().hoursPerMonth();
    return List.of(
        need,
        report.name(assessment),
        report.perHour(assessment),
        report.write(Wording.month(assessment.price(), hours)),
        assessment.quantization().asked(),
        report.quality(assessment));
  }
}
