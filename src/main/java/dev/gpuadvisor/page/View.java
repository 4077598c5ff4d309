package dev.gpuadvisor.page;

import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole page as its template gets it.
 *
 * @param lang the parameter that keeps the language; empty where it need not be said
 * @param alert what is wrong; null where nothing is
 * @param answer null where there is none
 */
record View(
    PageTexts words,
    String lang,
    List<LanguageLink> languages,
    Form form,
    Alert alert,
    Answer answer,
    Typed typed) {

  /** Questions to try; the message files say what each asks. */
  private static final List<String> EXAMPLES =
      List.of(
          "model=qwen2.5-14b&quantization=8bit&current=A10G&current_price_per_hour=1.00",
          "model=llama-3.1-70b&quantization=4bit&runtime=vllm&concurrency=4",
          "model=mistral-7b&context=32768&budget_per_hour=1",
          "parameters=32b&quantization=4bit");

  private static final String OFFERS = "provider=all&min_memory_gib=80&sort=price";
  private static final String RUNS_ON = "card=RTX_5090&context=32k";

  /** What is wrong with the question as a whole, and with each of its parts. */
  record Alert(String text, List<FieldFaults.Line> lines) {
    static Alert of(PageTexts words, Problem problem, FieldFaults faults) {
      boolean whole = problem.faults().isEmpty();
      String text = whole ? words.of(problem.detail()) : words.of(Msg.Page.faultsIntro());
      return new Alert(text, faults.lines());
    }
  }

  /**
   * @param lang of the page that it leads to
   */
  record LanguageLink(String lang, String target, String label, boolean here) {

    static List<LanguageLink> all(PageTexts words, Typed typed, Language here) {
      return Arrays.stream(Language.values())
          .map(each -> of(words, typed, each, each == here))
          .toList();
    }

    private static LanguageLink of(PageTexts words, Typed typed, Language language, boolean here) {
      String lang = language.code();
      return new LanguageLink(
          lang,
          "?" + typed.queryWith(Parameters.LANG, lang),
          words.of(language == Language.EN ? Msg.Page.langEn() : Msg.Page.langFr()),
          here);
    }
  }

  /** What every page is made of. */
  record Context(PageTexts words, Vocabulary vocabulary, Typed typed) {
    Language language() {
      return vocabulary.language();
    }
  }

  static Content start(Context context) {
    return content(context, new Outcome(null, null, List.of()));
  }

  static Content answering(Context context, Answer answer) {
    return content(context, new Outcome(null, answer, List.of()));
  }

  static Content refusing(Context context, Problem problem) {
    PageTexts words = context.words();
    FieldFaults faults = new FieldFaults(words, context.typed(), problem.faults());
    Alert alert = Alert.of(words, problem, faults);
    return content(context, new Outcome(alert, null, faults.all()));
  }

  private record Outcome(Alert alert, Answer answer, List<Fault> faults) {}

  private static Content content(Context context, Outcome outcome) {
    PageTexts words = context.words();
    Language language = context.language();
    FieldFaults faults = new FieldFaults(words, context.typed(), outcome.faults());
    View view =
        new View(
            words,
            language == Language.EN ? "" : "lang=" + language.code(),
            LanguageLink.all(words, context.typed(), language),
            Form.of(context, faults, outcome.answer() == null),
            outcome.alert(),
            outcome.answer(),
            context.typed());
    return out -> JtepageGenerated.render((HtmlTemplateOutput) out, null, view);
  }

  /** Questions to try, in the language of the page. */
  List<Link> examples() {
    List<Link> links = new ArrayList<>();
    List<Message> names =
        List.of(Msg.Page.example1(), Msg.Page.example2(), Msg.Page.example3(), Msg.Page.example4());
    for (String query : EXAMPLES) {
      String text = words.of(names.get(links.size()));
      links.add(new Link("?" + query + and(), text));
    }
    links.add(new Link("offers?" + OFFERS + and(), words.of(Msg.Page.exampleOffers())));
    links.add(new Link("models?" + RUNS_ON + and(), words.of(Msg.Page.exampleModels())));
    return links;
  }

  private String and() {
    return lang.isEmpty() ? "" : "&" + lang;
  }

  /** The empty page in the same language. */
  String home() {
    return "?" + lang;
  }

  /** Another page in the same language. */
  String in(String path) {
    return path + (lang.isEmpty() ? "" : "?" + lang);
  }

  /** The same question where several GPUs may work together. */
  String withMoreGpus() {
    return "?" + typed.queryWith(RentingParameters.MAX_GPUS, Integer.toString(Answer.MORE_GPUS));
  }

  /** The same question to the API. */
  String api(String path) {
    return path + "?" + typed.query();
  }
}
