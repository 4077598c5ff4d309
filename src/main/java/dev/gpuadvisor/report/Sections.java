package dev.gpuadvisor.report;

import dev.gpuadvisor.report.Document.Section;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** What a report consists of, in the order in which people read it. */
final class Sections {

  private final Report report;
  private final List<Section> sections = new ArrayList<>();

  private Sections(Report report) {
    this.report = report;
  }

  static Document of(Report report) {
    String title = report.write(Msg.Report.title(report.model()));
    return new Document(title, new Sections(report).all());
  }

  private List<Section> all() {
    sections.add(new Section("", new SummarySection(report).blocks()));
    add(Msg.Report.load(), new LoadSection(report).blocks());
    add(Msg.Report.offers(), new Offers(report).blocks());
    add(Msg.Report.memory(), new Memory(report).blocks());
    add(Msg.Report.options(), new Options(report).blocks());
    add(Msg.Report.comparison(), new Comparisons(report).blocks());
    add(Msg.Report.scenarios(), new Scenarios(report).blocks());
    add(Msg.Report.migration(), new Moving(report).blocks());
    add(Msg.Report.attention(), new CaveatsSection(report).blocks());
    add(Msg.Report.overview(), new Overview(report).blocks());
    add(Msg.Report.conclusion(), new Conclusion(report).blocks());
    add(Msg.Report.start(), new Starting(report).blocks());
    add(Msg.Report.sources(), new Sources(report).blocks());
    return sections;
  }

  /** Where nothing is recommended, some have nothing to say. */
  private void add(Message title, List<DocumentBlock> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(report.write(title), blocks));
    }
  }
}
