package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The three picks, each with what speaks for it and against it. */
record Options(Report report) {

  List<DocumentBlock> blocks() {
    if (report.recommended().isEmpty()) {
      return report.outcome();
    }
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.add(report.heading(Msg.Report.optionBudget()));
    other(report.picks().budget(), Msg.Report::optionBudgetSame, blocks);
    blocks.add(report.heading(Msg.Report.optionRecommended()));
    report.picks().recommended().ifPresent(pick -> spellOut(pick, blocks));
    blocks.add(report.heading(Msg.Report.optionHeadroom()));
    if (report.picks().headroom().isEmpty()) {
      blocks.add(report.paragraph(report.write(Msg.Report.optionHeadroomNone())));
    }
    other(report.picks().headroom(), Msg.Report::optionHeadroomSame, blocks);
    return blocks;
  }

  /**
   * A pick beside the recommended one.
   *
   * @param same says that it is the recommended one
   */
  private void other(
      Optional<Pick> pick, Function<String, Message> same, List<DocumentBlock> blocks) {
    if (pick.isEmpty()) {
      return;
    }
    Assessment assessment = pick.get().assessment();
    if (report.isRecommended(assessment)) {
      String sentence = report.write(same.apply(assessment.worker().label()));
      blocks.add(report.paragraph(sentence));
    } else {
      spellOut(pick.get(), blocks);
    }
  }

  private void spellOut(Pick pick, List<DocumentBlock> blocks) {
    Assessment assessment = pick.assessment();
    blocks.add(new DocumentBlock.Facts(facts(assessment)));
    blocks.add(report.paragraph(report.write(pick.reason())));
    ProsAndCons merits = ProsAndCons.of(report, assessment);
    points(Msg.Report.advantages(), merits.advantages(), blocks);
    points(Msg.Report.drawbacks(), merits.drawbacks(), blocks);
  }

  private void points(Message heading, List<Message> points, List<DocumentBlock> blocks) {
    if (!points.isEmpty()) {
      blocks.add(new DocumentBlock.Subheading(report.write(heading)));
      blocks.add(new DocumentBlock.Bullets(points.stream().map(report::plain).toList()));
    }
  }

  private List<Point> facts(Assessment assessment) {
    Message offer =
        Msg.Report.offerOf(Msg.Amount.gigabytes(nominalGb(assessment)), report.name(assessment));
    List<Point> facts = new ArrayList<>();
    facts.add(report.point(Msg.Report.factOffer(), offer));
    facts.add(report.point(Msg.Report.factPrice(), price(assessment)));
    facts.add(
        report.point(Msg.Report.factConfiguration(), Wording.format(assessment.quantization())));
    facts.add(report.point(Msg.Report.factMemory(), report.story().memory(assessment).label()));
    facts.add(report.point(Msg.Report.factStatus(), status(assessment)));
    facts.add(report.point(Msg.Report.factSupply(), Reasons.supply(assessment.offer().supply())));
    facts.add(report.point(Msg.Report.factQuality(), report.quality(assessment)));
    Wording.speed(assessment)
        .ifPresent(speed -> facts.add(report.point(Msg.Report.factSpeed(), speed)));
    return facts;
  }

  private static int nominalGb(Assessment assessment) {
    return assessment.worker().nominalGb();
  }

  private Message price(Assessment assessment) {
    return Msg.Report.price(Wording.perHour(assessment), Wording.perMonth(assessment));
  }

  private static Message status(Assessment assessment) {
    boolean roomy = assessment.fitting().usesAtMost(ProsAndCons.HALF);
    return roomy ? Msg.Report.statusRoomy() : Msg.Report.statusComfortable();
  }
}
