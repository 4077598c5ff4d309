package dev.gpuadvisor.page;

import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.page.ListView.Frame;
import dev.gpuadvisor.page.ListView.Table;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.web.HtmlPage;
import dev.gpuadvisor.web.Shell;
import gg.jte.html.HtmlTemplateOutput;
import java.time.LocalDate;
import java.util.List;

/**
 * The pages behind the reverse questions: which offers there are, and what runs on a card. Each has
 * a form with the parameters of the API's list, and the list.
 */
public record ListPage<Q>(Frame frame, Reader<Q> reader, Lister<Q> lister) {

  /** Makes the list. */
  interface Lister<Q> {
    Table list(Q question, PageTexts words, LocalDate today);
  }

  /** Both of them. */
  public static List<Endpoint> endpoints(Questions questions) {
    Frame offers =
        new Frame(
            Msg.Page.offersHeading(), Msg.Page.offersLead(), Msg.Page.offersSubmit(), "v1/offers");
    Frame models =
        new Frame(
            Msg.Page.modelsHeading(), Msg.Page.modelsLead(), Msg.Page.modelsSubmit(), "v1/models");
    return List.of(
        new ListPage<>(offers, questions.offers(), Lists::offers).endpoint("offersPage", "/offers"),
        new ListPage<>(models, questions.models(), Lists::models)
            .endpoint("modelsPage", "/models"));
  }

  private Endpoint endpoint(String id, String path) {
    return RawEndpoint.of(
        id,
        Endpoint.Method.GET,
        path,
        (request, today) -> answer(Typed.read(request.rawQuery(), reader.parameters()), today));
  }

  private Content answer(Typed typed, LocalDate today) {
    Language language = Inputs.language(typed.arguments());
    if (typed.tooMuch().isPresent()) {
      return refusal(typed.tooMuch().get(), language, typed);
    }
    try {
      Q question = reader.read(typed.arguments()).question();
      Table table =
          typed.asksNothing() ? null : lister.list(question, PageTexts.in(language), today);
      return HtmlPage.cacheable(shell(language), content(typed, language, null, table));
    } catch (ProblemException e) {
      return refusal(e.problem(), language, typed);
    }
  }

  private Content refusal(Problem problem, Language language, Typed typed) {
    return HtmlPage.refusing(
        problem.status(), shell(language), content(typed, language, problem, null));
  }

  private gg.jte.Content content(Typed typed, Language language, Problem problem, Table table) {
    ListView view = ListView.of(frame, reader.vocabulary(language), typed, problem, table);
    return out -> JtelistGenerated.render((HtmlTemplateOutput) out, null, view);
  }

  private Shell shell(Language language) {
    PageTexts words = PageTexts.in(language);
    return new Shell(
        language, words.of(Msg.Page.listTitle(frame.heading())), words.of(frame.lead()));
  }
}
