package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.QuestionInput;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.web.HtmlPage;
import dev.gpuadvisor.web.Shell;
import java.time.LocalDate;
import java.util.List;

/**
 * The operation behind the page. Its form has the parameters of a recommendation under their own
 * names, so that a page's query asks the same of the API.
 */
public final class WebPage {

  private final Typed typed;
  private final Language language;
  private final PageTexts words;

  private WebPage(Typed typed) {
    this.typed = typed;
    this.language = Inputs.language(typed.arguments());
    this.words = PageTexts.in(language);
  }

  public static Operation operation() {
    return Operation.reading("page", Operation.Method.GET, "/", WebPage::answer);
  }

  /** Reads the query itself: what is wrong with it is answered with a page, too. */
  private static Content answer(Call call) {
    Typed typed = Typed.read(call.request().rawQuery());
    return new WebPage(typed).answerOn(call);
  }

  private Content answerOn(Call call) {
    if (typed.tooMuch().isPresent()) {
      return refusal(typed.tooMuch().get());
    }
    try {
      Inputs inputs = Inputs.read(typed.arguments(), Typed.PARAMETERS, vocabulary());
      return typed.asksNothing() ? start() : recommendation(inputs, call.today());
    } catch (ProblemException e) {
      return refusal(e.problem());
    }
  }

  /** On the empty form a missing model is no fault. */
  private Content start() {
    Inputs.read(typed.arguments(), List.of(Parameters.LANG), vocabulary()).requireValid();
    return HtmlPage.cacheable(shell(Msg.Page.title()), View.start(words, language, typed));
  }

  private Content recommendation(Inputs inputs, LocalDate today) {
    Recommendation recommendation = Advisor.recommend(QuestionInput.read(inputs), today);
    String model = recommendation.question().task().model().huggingFaceId();
    Answer answer = Answer.of(words, new Story(recommendation, today));
    return HtmlPage.cacheable(
        shell(Msg.Page.titleAnswer(model)), View.answering(words, language, typed, answer));
  }

  private Content refusal(Problem problem) {
    return HtmlPage.refusing(
        problem.status(),
        shell(Msg.Page.titleFaults()),
        View.refusing(words, language, typed, problem));
  }

  private Shell shell(Message title) {
    String description = words.of(Msg.Page.lead());
    return new Shell(language, words.of(title), description);
  }

  private Vocabulary vocabulary() {
    return new Vocabulary(BundledCatalog.catalog(), language);
  }
}
