package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.report.DocumentBlock.Point;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** What to know before renting. */
record CaveatsSection(Report report) {

  List<DocumentBlock> blocks() {
    List<Offer> shown = Comparisons.shown(report);
    OfferComparisons rivals = new OfferComparisons(report, shown);
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.add(report.heading(Msg.Report.attentionSupply()));
    blocks.add(new DocumentBlock.Bullets(supplies(shown)));
    blocks.add(report.paragraph(report.write(Msg.Report.attentionSupplyNote())));
    bullets(Msg.Report.attentionPro(), rivals.proAgainstStandard(), blocks);
    bullets(Msg.Report.attentionValue(), rivals.moreForLess(), blocks);
    bullets(Msg.Report.attentionNotes(), notes(), blocks);
    return blocks;
  }

  private void bullets(Message heading, List<Point> points, List<DocumentBlock> blocks) {
    if (!points.isEmpty()) {
      blocks.add(report.heading(heading));
      blocks.add(new DocumentBlock.Bullets(points));
    }
  }

  /** Most first. */
  private List<Point> supplies(List<Offer> shown) {
    List<Point> points = new ArrayList<>();
    Supply[] supplies = Supply.values();
    for (int i = supplies.length - 1; i >= 0; i--) {
      Supply supply = supplies[i];
      List<String> offers =
          shown.stream().filter(offer -> offer.supply() == supply).map(Offer::id).toList();
      if (!offers.isEmpty()) {
        Message group = Msg.Report.attentionSupplyGroup(Reasons.supply(supply));
        points.add(new Point(report.lead(group), report.write(Msg.Report.names(offers))));
      }
    }
    return points;
  }

  /** Those that say why nothing is recommended stand where something would be. */
  private List<Point> notes() {
    return report.story().notes().stream().map(Note::text).map(report::plain).distinct().toList();
  }
}
