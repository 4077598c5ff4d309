package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** The best offer with its reasons, and what to take instead. */
record Conclusion(Report report) {

  List<DocumentBlock> blocks() {
    return report.recommended().map(this::best).orElseGet(List::of);
  }

  private List<DocumentBlock> best(Assessment best) {
    List<DocumentBlock> blocks = new ArrayList<>();
    String rent = report.write(SummarySection.rent(report, best));
    blocks.add(new DocumentBlock.Paragraph(report.point(Msg.Report.conclusionBest(), rent)));
    List<Message> reasons = ProsAndCons.of(report, best).advantages();
    blocks.add(new DocumentBlock.Steps(reasons.stream().map(report::plain).toList()));
    report
        .picks()
        .budget()
        .map(Picks.Pick::assessment)
        .filter(budget -> !budget.equals(best))
        .map(
            budget ->
                report.point(Msg.Report.conclusionBudget(), SummarySection.rent(report, budget)))
        .ifPresent(point -> blocks.add(new DocumentBlock.Paragraph(point)));
    blocks.add(
        new DocumentBlock.Paragraph(report.point(Msg.Report.conclusionFallbacks(), fallbacks())));
    return blocks;
  }

  private Message fallbacks() {
    List<String> chain =
        report.story().fallbacks().stream()
            .map(each -> Msg.Report.fallback(each.difference(), each.offer()))
            .map(report::write)
            .toList();
    return chain.isEmpty() ? Msg.Report.noFallbacks() : Msg.Report.fallbacks(chain);
  }
}
