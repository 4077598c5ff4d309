package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.function.UnaryOperator;

/** Offers, each with how the model runs on it. */
record AssessmentsTable(Page page, Figures figures) {

  private static final int MOST_ROWS = 20;
  private static final String NO = "no";
  private static final String RUN = "training.usd";

  /** Those that fit; where none does, the first of the others. */
  void show(Node answer) {
    List<Node> all = answer.at("assessments").list();
    List<Node> fitting = all.stream().filter(AssessmentsTable::fits).toList();
    List<Node> shown = (fitting.isEmpty() ? all : fitting).stream().limit(MOST_ROWS).toList();
    show(shown, answer.at("picks.recommended"));
    if (shown.size() < all.size()) {
      page.text(Msg.Cli.moreOffers(all.size() - shown.size()));
    }
  }

  /** All of them: somebody named them. */
  void showAll(Node answer) {
    show(answer.at("assessments").list(), new Node(null));
  }

  static boolean fits(Node assessment) {
    return !assessment.at("fit").text().equals(NO);
  }

  private void show(List<Node> rows, Node pick) {
    if (rows.isEmpty()) {
      return;
    }
    page.blank();
    boolean runs = rows.stream().anyMatch(row -> row.at(RUN).isPresent());
    Grid<Node> grid = new Grid<>();
    grid.left("", Grid.KEPT, row -> isPick(row, pick) ? "*" : " ")
        .left(page.write(Msg.Answer.headOffer()), Grid.KEPT, figures::worker)
        .left(page.write(Msg.Answer.headProvider()), 6, row -> row.at("provider").text())
        .left(page.write(Msg.Answer.headFormat()), 1, row -> row.at("quantization").text())
        .left(page.write(Msg.Answer.headFit()), 2, row -> figures.fit(row.at("fit")))
        .right(
            page.write(Msg.Slack.headHour()),
            Grid.KEPT,
            row -> figures.hourFigure(row.at("price.usd_per_hour")))
        .right(
            page.write(runs ? Msg.Answer.headRun() : Msg.Answer.headMonth()),
            runs ? Grid.KEPT : 7,
            row -> figures.usd(row.at(runs ? RUN : "price.usd_per_month")))
        .right(
            page.write(Msg.Slack.headDifference()),
            5,
            row -> fits(row) ? figures.difference(row.at("difference_percent")) : "")
        .right(
            page.write(Msg.Slack.headMemory()),
            Grid.KEPT,
            row -> figures.percent(row.at("memory_percent")))
        .right(
            page.write(Msg.Answer.headContext()),
            8,
            row -> figures.count(row.at("largest_context")))
        .right(
            page.write(Msg.Cli.headTokens()),
            9,
            row -> figures.range(row.at("speed.tokens_per_second")))
        .left(page.write(Msg.Answer.headSupply()), 4, row -> figures.supply(row.at("supply")))
        .left(page.write(Msg.Cli.headVerdict()), 3, row -> figures.verdict(row.at("verdict")))
        .on(page, rows, row -> paint(row, pick));
  }

  private UnaryOperator<String> paint(Node row, Node pick) {
    return isPick(row, pick)
        ? page.style()::green
        : fits(row) ? UnaryOperator.identity() : page.style()::red;
  }

  private static boolean isPick(Node row, Node pick) {
    return pick.isPresent()
        && row.at("offer").equals(pick.at("offer"))
        && row.at("provider").equals(pick.at("provider"))
        && row.at("gpus").equals(pick.at("gpus"))
        && row.at("format").equals(pick.at("format"));
  }
}
