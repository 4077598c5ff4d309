package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Offers and models. */
record ListsView(Page page, Figures figures) {

  void offers(Node answer) {
    List<Node> offers = answer.at("offers").list();
    if (!answer.at("offers").isPresent()) {
      page.heading(answer.at("id").text());
      page.facts(FactsView.flat(answer));
      return;
    }
    page.heading(page.write(Msg.Slack.headlineOffers(offers.size())));
    Grid<Node> grid = new Grid<>();
    grid.left(page.write(Msg.Answer.headOffer()), Grid.KEPT, row -> row.at("id").text())
        .left(page.write(Msg.Answer.headProvider()), 1, row -> row.at("provider").text())
        .right(page.write(Msg.Cli.headGpus()), 2, row -> row.at("gpus").text())
        .right(
            page.write(Msg.Slack.headMemory()),
            Grid.KEPT,
            row -> figures.gigabytes(row.at("nominal_gb")))
        .right(
            page.write(Msg.Slack.headHour()),
            Grid.KEPT,
            row -> figures.hourFigure(row.at("price.usd_per_hour")))
        .right(
            page.write(Msg.Answer.headMonth()),
            4,
            row -> figures.usd(row.at("price.usd_per_month")))
        .left(page.write(Msg.Answer.headSupply()), 3, row -> figures.supply(row.at("supply")))
        .sentence(page.write(Msg.Answer.headCards()), ListsView::cards)
        .on(page, offers, row -> UnaryOperator.identity());
    new NotesView(page).showSources(answer.at("price_lists").list());
  }

  private static String cards(Node offer) {
    return offer.at("cards").list().stream()
        .map(card -> card.at("id").text())
        .collect(Collectors.joining(", "));
  }

  void models(Node answer) {
    List<Node> models = answer.at("models").list();
    if (!answer.at("models").isPresent()) {
      page.heading(answer.at("id").text());
      page.facts(FactsView.flat(answer));
      return;
    }
    String card = answer.at("card").text();
    page.heading(
        page.write(
            card.isEmpty()
                ? Msg.Slack.headlineModels(models.size())
                : Msg.Slack.headlineRuns(card, models.size())));
    Grid<Node> grid = new Grid<>();
    grid.left(page.write(Msg.Answer.headModel()), Grid.KEPT, row -> row.at("id").text())
        .right(
            page.write(Msg.Slack.headParameters()),
            Grid.KEPT,
            row -> figures.billions(row.at("parameters")))
        .right(
            page.write(Msg.Answer.headContext()), 1, row -> figures.count(row.at("max_context")));
    if (!card.isEmpty()) {
      running(grid);
    }
    grid.sentence(page.write(Msg.Cli.headRepository()), row -> row.at("hugging_face_id").text())
        .on(page, models, row -> UnaryOperator.identity());
    if (answer.at("files").isPresent()) {
      files(answer.at("files").list());
    }
  }

  private void running(Grid<Node> grid) {
    grid.left(page.write(Msg.Parameter.formatLabel()), 2, row -> row.at("runs.format").text())
        .left(page.write(Msg.Answer.headFit()), 5, row -> figures.fit(row.at("runs.fit")))
        .right(
            page.write(Msg.Slack.headMemory()),
            3,
            row -> figures.percent(row.at("runs.memory_percent")))
        .right(
            page.write(Msg.Page.factContext()),
            4,
            row -> figures.count(row.at("runs.largest_context")))
        .right(
            page.write(Msg.Cli.headTokens()),
            6,
            row -> figures.range(row.at("runs.speed.tokens_per_second")));
  }

  private void files(List<Node> files) {
    page.blank();
    Grid<Node> grid = new Grid<>();
    grid.left(
            page.write(Msg.Parameter.formatLabel()),
            Grid.KEPT,
            row -> row.at("quantization").text())
        .right(
            page.write(Msg.Memory.partWeights()),
            Grid.KEPT,
            row -> figures.gib(row.at("weights_gib")))
        .right(page.write(Msg.Cli.headBits()), 1, row -> figures.number(row.at("bits_per_weight")))
        .sentence(page.write(Msg.Answer.headOffer()), ListsView::fits)
        .on(page, files, row -> UnaryOperator.identity());
  }

  private static String fits(Node file) {
    return file.at("fits").list().stream()
        .map(each -> each.at("offer").text())
        .collect(Collectors.joining(", "));
  }
}
