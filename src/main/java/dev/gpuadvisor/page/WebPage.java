package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.web.HtmlPage;
import dev.gpuadvisor.web.Shell;
import java.time.LocalDate;

/**
 * The operation behind the page. Its form has the parameters of a recommendation under their own
 * names, so that a page's query asks the same of the API.
 */
public final class WebPage {

  private final Typed typed;
  private final Reader<Question> reader;
  private final Language language;
  private final PageTexts words;

  private WebPage(Typed typed, Reader<Question> reader) {
    this.typed = typed;
    this.reader = reader;
    this.language = Inputs.language(typed.arguments());
    this.words = PageTexts.in(language);
  }

  public static RawEndpoint endpoint(Questions questions) {
    Reader<Question> reader = questions.recommendation();
    Reader<Catalog> start = questions.nothing(Group.ANSWER);
    return RawEndpoint.of(
        "page",
        Endpoint.Method.GET,
        "/",
        (request, today) ->
            new WebPage(Typed.read(request.rawQuery(), reader.parameters()), reader)
                .answer(start, today));
  }

  /** What is wrong with the query is answered with a page, too. */
  private Content answer(Reader<Catalog> start, LocalDate today) {
    if (typed.tooMuch().isPresent()) {
      return refusal(typed.tooMuch().get());
    }
    try {
      return typed.asksNothing() ? start(start) : recommendation(today);
    } catch (ProblemException e) {
      return refusal(e.problem());
    }
  }

  /** On the empty form a missing model is no fault. */
  private Content start(Reader<Catalog> start) {
    start.read(typed.arguments());
    return HtmlPage.cacheable(shell(Msg.Page.title()), View.start(context()));
  }

  private Content recommendation(LocalDate today) {
    Question question = reader.read(typed.arguments()).question();
    Recommendation recommendation = Advisor.recommend(question, today);
    String model = question.task().model().huggingFaceId();
    Story story = new Story(recommendation, today);
    Answer answer = Answer.of(words, story);
    Shell shell =
        new Shell(
            language,
            words.of(Msg.Page.titleAnswer(model)),
            words.of(Msg.Page.lead()),
            words.of(story.preview()));
    return HtmlPage.cacheable(shell, View.answering(context(), answer));
  }

  private Content refusal(Problem problem) {
    return HtmlPage.refusing(
        problem.status(), shell(Msg.Page.titleFaults()), View.refusing(context(), problem));
  }

  private Shell shell(Message title) {
    String description = words.of(Msg.Page.lead());
    return new Shell(language, words.of(title), description);
  }

  private View.Context context() {
    return new View.Context(words, reader.vocabulary(language), typed);
  }
}
