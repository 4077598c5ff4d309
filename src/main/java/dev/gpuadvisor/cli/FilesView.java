package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What starts a model, and what a log shows. */
record FilesView(Page page, Figures figures) {

  void launch(Node answer) {
    page.heading(
        String.join(
            " · ",
            figures.worker(answer),
            figures.perHour(answer.at("usd_per_hour")),
            answer.at("format").text(),
            answer.at("runtime").text()));
    answer.at("remarks").list().forEach(remark -> page.item(remark.text()));
    for (Node file : answer.at("files").list()) {
      page.heading(file.at("name").text() + " (" + file.at("tool").text() + ")");
      file.at("text").text().lines().forEach(page::raw);
    }
  }

  /** One of the files, as it is. */
  static Optional<String> file(Node answer, String name) {
    return answer.at("files").list().stream()
        .filter(file -> file.at("name").text().equals(name) || file.at("tool").text().equals(name))
        .map(file -> file.at("text").text())
        .findFirst();
  }

  static List<String> names(Node answer) {
    return answer.at("files").list().stream().map(file -> file.at("name").text()).toList();
  }

  void log(Node answer) {
    page.heading(
        String.join(
                " ",
                answer.at("read.runtime").text(),
                answer.at("read.release").text(),
                answer.at("read.card").text())
            .strip());
    page.facts(FactsView.flat(answer.at("read.settings")));
    page.blank();
    Grid<Node> grid = new Grid<>();
    grid.left(page.write(Msg.Cli.headPart()), Grid.KEPT, row -> row.at("part").text())
        .right(
            page.write(Msg.Cli.headMeasured()),
            Grid.KEPT,
            row -> figures.number(row.at("measured")))
        .right(
            page.write(Msg.Cli.headEstimated()),
            Grid.KEPT,
            row -> figures.number(row.at("estimated")))
        .right(page.write(Msg.Cli.headDifference()), 1, row -> figures.number(row.at("difference")))
        .on(page, answer.at("parts").list(), row -> UnaryOperator.identity());
    page.blank();
    new RecommendationView(page, figures).show(answer.at("recommendation"));
  }
}
