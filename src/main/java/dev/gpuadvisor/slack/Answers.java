package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.api.input.Inputs;
import dev.gpuadvisor.api.input.Parameters;
import dev.gpuadvisor.api.input.QuestionInput;
import dev.gpuadvisor.api.problem.ProblemException;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;

/** From a request to its message: the same questions to the same advisor as the API's. */
final class Answers {

  private final Request request;
  private final String command;
  private final LocalDate today;
  private final Page page;

  private Answers(Request request, String command, LocalDate today) {
    this.request = request;
    this.command = command;
    this.today = today;
    this.page = new Page(Texts.in(request.language()));
  }

  /**
   * @param command as it was typed, {@code /gpu}
   */
  static SlackMessage to(Request request, String command, LocalDate today) {
    return new Answers(request, command, today).answer();
  }

  private SlackMessage answer() {
    if (!request.doubts().isEmpty()) {
      return HelpPage.of(page, command, request.doubts());
    }
    try {
      return switch (request.verb()) {
        case RECOMMEND -> recommend();
        case COMPARE -> compare();
        case LIST_OFFERS -> listOffers();
        case LIST_MODELS -> ListPages.models(page, request, command);
        case HELP -> HelpPage.of(page, command);
      };
    } catch (ProblemException e) {
      List<Doubt> doubts = e.problem().faults().stream().map(Asked::doubt).toList();
      return HelpPage.of(page, command, doubts);
    }
  }

  private SlackMessage recommend() {
    Asked<Question> asked = Asked.read(request, QuestionInput::read);
    Recommendation recommendation = Advisor.recommend(asked.question(), today);
    page.remarks(asked.remarks());
    return new RecommendationPage(page, recommendation, today).message(request.shared());
  }

  private SlackMessage compare() {
    Asked<Comparison> asked = Asked.read(request, this::comparison);
    page.remarks(asked.remarks());
    return new ComparisonPage(page, asked.question(), today).message(request.shared());
  }

  private Comparison comparison(Inputs inputs) {
    Question question = QuestionInput.read(inputs);
    List<Offer> offers = inputs.all(Parameters.OFFERS).stream().distinct().toList();
    List<PriceList> lists =
        Catalog.bundled().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(offers::contains))
            .toList();
    return Advisor.compare(question.of(lists), offers, today);
  }

  private SlackMessage listOffers() {
    Asked<Inputs> asked =
        Asked.read(
            request,
            inputs -> {
              inputs.requireValid();
              return inputs;
            });
    page.remarks(asked.remarks());
    return ListPages.offers(page, asked.question(), request, today);
  }
}
