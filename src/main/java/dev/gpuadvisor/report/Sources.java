package dev.gpuadvisor.report;

import dev.gpuadvisor.catalog.PriceList;
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
    for (PriceList list : report.question().priceLists()) {
      points.add(report.plain(prices(list)));
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

  private Message prices(PriceList list) {
    return list.isDateVerified()
        ? Msg.Report.sourcesPrices(
            list.asOf(), list.ageInDays(report.today()), list.name(), list.source())
        : Msg.Report.sourcesPricesAbout(
            list.asOf(), list.ageInDays(report.today()), list.name(), list.source());
  }
}
