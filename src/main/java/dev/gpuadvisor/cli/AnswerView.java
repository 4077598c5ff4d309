package dev.gpuadvisor.cli;

import dev.gpuadvisor.text.Msg;

/** Lays an answer out by what was asked. */
record AnswerView(Page page, Figures figures) {

  void show(Command command, Node answer) {
    switch (command) {
      case ESTIMATE -> new EstimateView(page, figures).show(answer);
      case COMPARE -> compare(answer);
      case OFFERS -> new ListsView(page, figures).offers(answer);
      case MODELS -> new ListsView(page, figures).models(answer);
      case LAUNCH -> new FilesView(page, figures).launch(answer);
      case LOGS -> new FilesView(page, figures).log(answer);
      default -> new RecommendationView(page, figures).show(answer);
    }
  }

  private void compare(Node answer) {
    page.text(new RecommendationView(page, figures).load(answer));
    new AssessmentsTable(page, figures).showAll(answer);
    page.blank();
    for (Node each : answer.at("assessments").list()) {
      String offer = figures.worker(each) + ", " + each.at("quantization").text();
      page.item(page.write(Msg.Cli.said(offer, each.at("reason").text())));
    }
    new NotesView(page).show(answer);
  }
}
