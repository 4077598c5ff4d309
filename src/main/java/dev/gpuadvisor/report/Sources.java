package dev.gpuadvisor.report;

import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** What the figures rest on. */
record Sources(Report report) {

  List<DocumentBlock> blocks() {
    List<Point> points = new ArrayList<>();
    report.story().sources().forEach(source -> points.add(report.plain(source)));
    if (report.story().hasOldPrices()) {
      points.add(report.plain(Msg.Answer.oldPrices()));
    }
    points.add(
        report.plain(
            Msg.Report.sourcesMonth(
                report.question().constraints().hoursPerMonth().stripTrailingZeros())));
    points.add(report.plain(Msg.Report.sourcesMemory()));
    if (report.question().task() instanceof Workload workload) {
      Message basis = Msg.Speed.basis(workload.tokens().concurrency());
      points.add(report.plain(Msg.Report.sourcesSpeed(basis)));
    }
    return List.of(new DocumentBlock.Bullets(points));
  }
}
