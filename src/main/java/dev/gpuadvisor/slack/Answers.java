package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Comparison;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.ComparedOffers;
import dev.gpuadvisor.question.Questions;
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
  private final Questions questions;
  private final LocalDate today;
  private final MessageBuilder page;

  /**
   * @param command as it was typed, {@code /gpu}
   */
  Answers(Request request, String command, Questions questions, LocalDate today) {
    this.request = request;
    this.command = command;
    this.questions = questions;
    this.today = today;
    this.page = new MessageBuilder(Texts.in(request.language()));
  }

  SlackMessage message() {
    if (!request.doubts().isEmpty()) {
      return HelpMessage.of(page, command, request.doubts());
    }
    try {
      return switch (request.verb()) {
        case RECOMMEND -> recommend();
        case COMPARE -> compare();
        case LIST_OFFERS ->
            ListMessages.offers(page, read(questions.offers()), request.shared(), today);
        case LIST_MODELS ->
            ListMessages.models(page, read(questions.models()), request.shared(), command);
        case HELP -> HelpMessage.help(page, command, questions.recommendation().parameters());
      };
    } catch (ProblemException e) {
      List<Doubt> doubts =
          e.problem().faults().stream()
              .map(fault -> LenientReading.doubt(fault, parameters()))
              .toList();
      return HelpMessage.of(page, command, doubts);
    }
  }

  private SlackMessage recommend() {
    Recommendation recommendation = Advisor.recommend(read(questions.recommendation()), today);
    return new RecommendationMessage(page, new Story(recommendation, today))
        .message(request.shared());
  }

  private SlackMessage compare() {
    ComparedOffers asked = read(questions.comparison());
    Comparison comparison = Advisor.compare(asked.question(), asked.offers(), today);
    return new ComparisonMessage(page, comparison, today).message(request.shared());
  }

  private <Q> Q read(Reader<Q> reader) {
    LenientReading<Q> asked = LenientReading.read(request, reader);
    page.remarks(asked.remarks());
    return asked.question();
  }

  private List<Parameter<?>> parameters() {
    return request.verb().parameters(questions);
  }
}
