package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;

/** The best offer with its reasons, and what to take instead. */
record Conclusion(Report report) {

  List<Block> blocks() {
    return report.recommended().map(this::best).orElseGet(List::of);
  }

  private List<Block> best(Assessment best) {
    List<Block> blocks = new ArrayList<>();
    String rent = report.write(Asked.rent(report, best));
    blocks.add(new Block.Paragraph(report.point("conclusion.best", rent)));
    List<Message> reasons = Merits.of(report, best).advantages();
    blocks.add(new Block.Steps(reasons.stream().map(report::plain).toList()));
    report
        .picks()
        .budget()
        .map(Picks.Pick::assessment)
        .filter(budget -> !budget.equals(best))
        .map(budget -> report.point("conclusion.budget", Asked.rent(report, budget)))
        .ifPresent(point -> blocks.add(new Block.Paragraph(point)));
    blocks.add(new Block.Paragraph(report.point("conclusion.fallbacks", fallbacks())));
    return blocks;
  }

  private Message fallbacks() {
    List<String> chain =
        report.picks().fallbacks().stream()
            .map(
                each ->
                    Message.of("report.fallback")
                        .word("offer", each.assessment().worker().label())
                        .message("difference", Wording.difference(each.differencePercent())))
            .map(report::write)
            .toList();
    return chain.isEmpty()
        ? Message.of("report.no_fallbacks")
        : Message.of("report.fallbacks").words("offers", chain);
  }
}
