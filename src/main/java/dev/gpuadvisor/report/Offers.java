package dev.gpuadvisor.report;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.report.DocumentBlock.Table.Column;
import dev.gpuadvisor.report.DocumentBlock.Table.Row;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The offers, and which formats each of them runs. */
record Offers(Report report) {

  private static final int DECIMALS_OF_A_SECOND = 8;

  List<DocumentBlock> blocks() {
    List<Offer> shown = Comparisons.shown(report);
    List<DocumentBlock> blocks = new ArrayList<>();
    blocks.add(new DocumentBlock.Table(columns(), shown.stream().map(this::row).toList()));
    blocks.add(report.paragraph(report.write(Msg.Report.offersNote())));
    int all = report.recommendation().assessments().size() / formats().size();
    if (all > shown.size()) {
      Message more = Msg.Report.offersMore(all - shown.size());
      blocks.add(report.paragraph(report.write(more)));
    }
    return blocks;
  }

  private List<QuantizationChoice> formats() {
    return report.question().quantizations();
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(report.column(Msg.Report.headOffer()));
    if (report.isOfSeveralLists()) {
      columns.add(report.column(Msg.Report.headProvider()));
    }
    columns.add(report.numbers(Msg.Report.headVram()));
    columns.add(report.numbers(Msg.Report.headSecond()));
    columns.add(report.numbers(Msg.Report.headHour()));
    columns.add(report.column(Msg.Report.headSupply()));
    for (QuantizationChoice format : formats()) {
      columns.add(new Column(format.asked(), false));
    }
    return columns;
  }

  private Row row(Offer offer) {
    Price price = Price.of(offer);
    List<String> cells = new ArrayList<>();
    cells.add(offer.id());
    if (report.isOfSeveralLists()) {
      cells.add(offer.provider());
    }
    cells.add(report.gigabytes(offer.nominalGb()));
    cells.add(report.write(Wording.amount(second(price))));
    cells.add(report.write(Wording.hour(price)));
    cells.add(report.write(Reasons.supply(offer.supply())));
    for (QuantizationChoice format : formats()) {
      cells.add(runs(report.assessment(offer, format)));
    }
    boolean picked = report.recommended().filter(each -> each.offer().equals(offer)).isPresent();
    return new Row(picked, cells);
  }

  /** Of a price of an hour it may have decimals without end. */
  private static BigDecimal second(Price price) {
    BigDecimal usd = price.perSecond();
    return usd.setScale(Math.min(usd.scale(), DECIMALS_OF_A_SECOND), RoundingMode.HALF_UP);
  }

  private static Message word(Fit fit) {
    return switch (fit) {
      case COMFORTABLE -> Msg.Report.fitComfortable();
      case TIGHT -> Msg.Report.fitTight();
      case NO -> Msg.Report.fitNo();
    };
  }

  private String runs(Assessment assessment) {
    Fit fit = assessment.fitting().fit();
    String word = report.write(word(fit));
    int units = assessment.worker().units();
    return units == 1 || fit == Fit.NO ? word : word + " (" + units + " x)";
  }
}
