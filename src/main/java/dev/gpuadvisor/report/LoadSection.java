package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.LoadReasons;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the requests are answered that the question names: by what, how fast, for how much. */
record LoadSection(Report report) {

  private static final int MOST_ROWS = 8;

  List<DocumentBlock> blocks() {
    Optional<Load> load = report.question().load();
    Optional<LoadStory> carried = report.story().carried();
    if (load.isEmpty() || carried.isEmpty()) {
      return List.of();
    }
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.add(report.paragraph(report.write(LoadStory.rate(load.get()))));
    List<Point> points = carried.get().sentences().stream().map(report::plain).toList();
    blocks.add(new DocumentBlock.Bullets(points));
    blocks.add(new DocumentBlock.Table(columns(), rows()));
    return blocks;
  }

  private List<Column> columns() {
    return List.of(
        report.column(Msg.Report.headOffer()),
        report.column(Msg.Report.headFormat()),
        report.numbers(Msg.Report.headLoad()),
        report.numbers(Msg.Report.headFirstToken()),
        report.numbers(Msg.Report.headPerToken()),
        report.numbers(Msg.Report.headMonth()));
  }

  /** What may be rented; where nothing may, what would carry it. */
  private List<Row> rows() {
    List<Assessment> carrying =
        report.recommendation().assessments().stream()
            .filter(each -> each.plan().isPresent())
            .toList();
    List<Assessment> allowed = carrying.stream().filter(Assessment::isEligible).toList();
    return (allowed.isEmpty() ? carrying : allowed)
        .stream()
            .limit(MOST_ROWS)
            .map(each -> new Row(report.isRecommended(each), cells(each, each.plan().get())))
            .toList();
  }

  private List<String> cells(Assessment assessment, Plan plan) {
    return List.of(
        report.name(assessment),
        assessment.quantization().asked(),
        report.write(Wording.percent(plan.loadPercent())),
        plan.state().map(this::firstToken).orElse(""),
        plan.state().map(this::perToken).orElse(""),
        report.write(Wording.amount(Price.cents(plan.bill().usdPerMonth()))));
  }

  private String firstToken(SteadyState state) {
    return report.write(Msg.Load.millis(LoadReasons.millis(state.firstTokenSeconds().p50())));
  }

  private String perToken(SteadyState state) {
    return report.write(Msg.Load.millis(LoadReasons.millis(state.secondsPerToken().p50())));
  }
}
