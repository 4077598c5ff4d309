package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.http.Accept;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.DocumentFormat;
import dev.gpuadvisor.question.DocumentQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.web.HtmlPage;
import dev.gpuadvisor.web.Shell;
import gg.jte.html.HtmlTemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The operation that answers a question with a document. */
public final class Reports {

  private static final String MARKDOWN = "text/markdown; charset=utf-8";

  private Reports() {}

  public static Operation<DocumentQuestion> operation(Questions questions) {
    return Operation.get("report", "/v1/report", questions.document(), Reports::answer)
        .orPost()
        .answers("Report")
        .forExample("model=qwen2.5-14b")
        .in(List.of(MARKDOWN, HtmlPage.CONTENT_TYPE));
  }

  private static Content answer(DocumentQuestion asked, Call call) {
    DocumentFormat format = asked.format().orElseGet(() -> Accepted.format(call.request()));
    Recommendation recommendation = Advisor.recommend(asked.question(), call.today());
    Report report =
        new Report(
            new Story(recommendation, call.today()), call.texts(), FilesAddress.of(call.request()));
    Content content =
        switch (format) {
          case MARKDOWN -> markdown(report);
          case HTML -> html(report, call.language());
        };
    return content.with(Accept.VARY);
  }

  static Content markdown(Report report) {
    MarkdownOutput out = new MarkdownOutput();
    JtemarkdownGenerated.render(out, null, Sections.of(report));
    return Content.cacheable(MARKDOWN, out.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Content html(Report report, Language language) {
    Document document = Sections.of(report);
    Message description = Msg.Report.description(report.model());
    return HtmlPage.cacheable(
        new Shell(
            language,
            document.title(),
            report.write(description),
            report.write(report.story().preview())),
        out -> JtepageGenerated.render((HtmlTemplateOutput) out, null, document));
  }
}
