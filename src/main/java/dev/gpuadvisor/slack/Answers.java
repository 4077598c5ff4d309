package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.QuestionInput;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.slack.line.LenientReading;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.ComparisonMessage;
import dev.gpuadvisor.slack.message.HelpMessage;
import dev.gpuadvisor.slack.message.ListMessages;
import dev.gpuadvisor.slack.message.MessageBuilder;
import dev.gpuadvisor.slack.message.RecommendationMessage;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Texts;
import java.time.LocalDate;
import java.util.List;

/** From a request to its message: the same questions to the same advisor as the API's. */
final class Answers {

  private final Request request;
  private final String command;
  private final LocalDate today;
  private final MessageBuilder page;

  private Answers(Request request, String command, LocalDate today) {
    this.request = request;
    this.command = command;
    this.today = today;
    this.page = new MessageBuilder(Texts.in(request.language()));
  }

  /**
   * @param command as it was typed, {@code /gpu}
   */
  static SlackMessage to(Request request, String command, LocalDate today) {
    return new Answers(request, command, today).answer();
  }

  private SlackMessage answer() {
    if (!request.doubts().isEmpty()) {
      return HelpMessage.of(page, command, request.doubts());
    }
    try {
      return switch (request.verb()) {
        case RECOMMEND -> recommend();
        case COMPARE -> compare();
        case LIST_OFFERS -> listOffers();
        case LIST_MODELS -> ListMessages.models(page, request, command);
        case HELP -> HelpMessage.of(page, command);
      };
    } catch (ProblemException e) {
      List<Doubt> doubts = e.problem().faults().stream().map(LenientReading::doubt).toList();
      return HelpMessage.of(page, command, doubts);
    }
  }

  private SlackMessage recommend() {
    LenientReading<Question> asked = LenientReading.read(request, QuestionInput::read);
    Recommendation recommendation = Advisor.recommend(asked.question(), today);
    page.remarks(asked.remarks());
    return new RecommendationMessage(page, new Story(recommendation, today))
        .message(request.shared());
  }

  private SlackMessage compare() {
    LenientReading<Comparison> asked = LenientReading.read(request, this::comparison);
    page.remarks(asked.remarks());
    return new ComparisonMessage(page, asked.question(), today).message(request.shared());
  }

  private Comparison comparison(Inputs inputs) {
    Question question = QuestionInput.read(inputs);
    List<Offer> offers = inputs.all(LookupParameters.OFFERS).stream().distinct().toList();
    List<PriceList> lists =
        BundledCatalog.catalog().priceLists().all().stream()
            .filter(list -> list.offers().stream().anyMatch(offers::contains))
            .toList();
    return Advisor.compare(question.of(lists), offers, today);
  }

  private SlackMessage listOffers() {
    LenientReading<Inputs> asked =
        LenientReading.read(
            request,
            inputs -> {
              inputs.requireValid();
              return inputs;
            });
    page.remarks(asked.remarks());
    return ListMessages.offers(page, asked.question(), request, today);
  }
}
