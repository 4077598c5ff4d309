package dev.gpuadvisor.report;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
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
            Message.of("report.sources.month")
                .number(
                    "hours",
                    report.question().constraints().hoursPerMonth().stripTrailingZeros())));
    points.add(report.plain(Message.of("report.sources.memory")));
    if (report.question().task() instanceof Workload workload) {
      Message basis = Message.of("speed.basis").count("sequences", workload.tokens().concurrency());
      points.add(report.plain(Message.of("report.sources.speed").message("basis", basis)));
    }
    return List.of(new DocumentBlock.Bullets(points));
  }

  private Message prices(PriceList list) {
    return Message.of(
            list.isDateVerified() ? "report.sources.prices" : "report.sources.prices_about")
        .word("list", list.name())
        .date("date", list.asOf())
        .count("days", list.ageInDays(report.today()))
        .word("source", list.source());
  }
}
