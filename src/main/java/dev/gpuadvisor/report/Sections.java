package dev.gpuadvisor.report;

import dev.gpuadvisor.report.Document.Section;
import dev.gpuadvisor.text.Message;
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
    String title = report.write(Message.of("report.title").word("model", report.model()));
    return new Document(title, new Sections(report).all());
  }

  private List<Section> all() {
    sections.add(new Section("", new SummarySection(report).blocks()));
    add("offers", new Offers(report).blocks());
    add("memory", new Memory(report).blocks());
    add("options", new Options(report).blocks());
    add("comparison", new Comparisons(report).blocks());
    add("scenarios", new Scenarios(report).blocks());
    add("migration", new Moving(report).blocks());
    add("attention", new CaveatsSection(report).blocks());
    add("overview", new Overview(report).blocks());
    add("conclusion", new Conclusion(report).blocks());
    add("sources", new Sources(report).blocks());
    return sections;
  }

  /** Where nothing is recommended, some have nothing to say. */
  private void add(String key, List<DocumentBlock> blocks) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(report.write("report." + key), blocks));
    }
  }
}
