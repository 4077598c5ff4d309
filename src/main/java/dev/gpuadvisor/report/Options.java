package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks.Pick;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three picks, each with what speaks for it and against it. */
record Options(Report report) {

  List<DocumentBlock> blocks() {
    if (report.recommended().isEmpty()) {
      return report.outcome();
    }
    List<DocumentBlock> blocks = new ArrayList<>();
    option("budget", report.picks().budget(), blocks);
    option("recommended", report.picks().recommended(), blocks);
    option("headroom", report.picks().headroom(), blocks);
    return blocks;
  }

  private void option(String key, Optional<Pick> pick, List<DocumentBlock> blocks) {
    blocks.add(report.heading("option." + key));
    if (pick.isEmpty()) {
      blocks.add(report.paragraph(report.write("report.option." + key + ".none")));
      return;
    }
    Assessment assessment = pick.get().assessment();
    if (report.isRecommended(assessment) && !key.equals("recommended")) {
      Message same =
          Message.of("report.option." + key + ".same").word("offer", assessment.worker().label());
      blocks.add(report.paragraph(report.write(same)));
      return;
    }
    blocks.add(new DocumentBlock.Facts(facts(assessment)));
    blocks.add(report.paragraph(report.write(pick.get().reason())));
    ProsAndCons merits = ProsAndCons.of(report, assessment);
    points("advantages", merits.advantages(), blocks);
    points("drawbacks", merits.drawbacks(), blocks);
  }

  private void points(String key, List<Message> points, List<DocumentBlock> blocks) {
    if (!points.isEmpty()) {
      blocks.add(new DocumentBlock.Subheading(report.write("report." + key)));
      blocks.add(new DocumentBlock.Bullets(points.stream().map(report::plain).toList()));
    }
  }

  private List<Point> facts(Assessment assessment) {
    Message offer =
        Message.of("report.offer_of")
            .word("offer", report.name(assessment))
            .message("gb", Message.of("amount.gigabytes").count("gb", nominalGb(assessment)));
    Message memory =
        Message.of("report.memory_used")
            .gib("required", assessment.fitting().requiredBytes())
            .gib("usable", assessment.fitting().usableBytes())
            .percent("used", assessment.memoryPercent());
    List<Point> facts = new ArrayList<>();
    facts.add(report.point("fact.offer", offer));
    facts.add(report.point("fact.price", price(assessment)));
    facts.add(report.point("fact.configuration", Wording.format(assessment.quantization())));
    facts.add(report.point("fact.memory", memory));
    facts.add(report.point("fact.status", status(assessment)));
    facts.add(report.point("fact.supply", Reasons.supply(assessment.offer().supply())));
    facts.add(report.point("fact.quality", report.quality(assessment)));
    Wording.speed(assessment).ifPresent(speed -> facts.add(report.point("fact.speed", speed)));
    return facts;
  }

  private static int nominalGb(Assessment assessment) {
    return assessment.worker().nominalGb();
  }

  private Message price(Assessment assessment) {
    return Message.of("report.price")
        .message("hour", Wording.perHour(assessment.price()))
        .message("month", Wording.perMonth(assessment, report.question()));
  }

  private static Message status(Assessment assessment) {
    boolean roomy = assessment.fitting().usesAtMost(ProsAndCons.HALF);
    return Message.of(roomy ? "report.status.roomy" : "report.status.comfortable");
  }
}
