package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.FormatSupport;
import dev.gpuadvisor.catalog.FormatSupport.How;
import dev.gpuadvisor.catalog.FormatSupport.Other;
import dev.gpuadvisor.catalog.FormatSupport.Step;
import dev.gpuadvisor.catalog.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code format-support.json}: runtime x format x compute capability. */
final class FormatSupportReader {

  private static final AllowedValues<How> HOWS = AllowedValues.of(How.class);

  /**
   * Rows of one runtime from one release on; those of a later release replace the earlier ones.
   *
   * @param steps by format
   */
  private record Rows(String runtime, Version from, Map<String, List<Step>> steps) {}

  private final List<Rows> rows = new ArrayList<>();

  private FormatSupportReader() {}

  static FormatSupportReader read(Entry file) {
    FormatSupportReader reader = new FormatSupportReader();
    EntryReader.entries(file, "support").forEach(reader::add);
    return reader;
  }

  /** What holds for a release of a runtime, and for the newest of the others. */
  FormatSupport of(String runtime, Version release) {
    Map<String, List<Step>> steps =
        merged(
            rows.stream()
                .filter(
                    each -> each.runtime().equals(runtime) && each.from().compareTo(release) <= 0));
    List<Other> others =
        rows.stream()
            .map(Rows::runtime)
            .distinct()
            .filter(other -> !other.equals(runtime))
            .sorted()
            .map(other -> new Other(other, newest(other)))
            .toList();
    return new FormatSupport(steps, others);
  }

  private FormatSupport newest(String runtime) {
    return new FormatSupport(
        merged(rows.stream().filter(each -> each.runtime().equals(runtime))), List.of());
  }

  private static Map<String, List<Step>> merged(Stream<Rows> rows) {
    Map<String, List<Step>> steps = new HashMap<>();
    rows.sorted(Comparator.comparing(Rows::from)).forEach(each -> steps.putAll(each.steps()));
    return steps;
  }

  private void add(Entry entry) {
    entry.text("id");
    String runtime = entry.text("runtime");
    Version from = version(entry, "from");
    List<String> formats = entry.texts("formats", 1);
    List<Step> ladder = new ArrayList<>();
    for (Entry step : entry.entries("steps")) {
      ladder.add(step(step));
    }
    for (int i = 1; i < ladder.size(); i++) {
      if (ladder.get(i - 1).from().compareTo(ladder.get(i).from()) >= 0) {
        throw entry.fault("steps", "must go up");
      }
    }
    Map<String, List<Step>> steps = new HashMap<>();
    formats.forEach(format -> steps.put(format, List.copyOf(ladder)));
    rows.add(new Rows(runtime, from, steps));
    entry.end();
  }

  private static Step step(Entry entry) {
    Capability from = EntryReader.capability(entry, "from", entry.text("from"));
    Step step = new Step(from, entry.choice("how", HOWS), entry.text("source"));
    entry.end();
    return step;
  }

  static Version version(Entry entry, String field) {
    return Version.parse(entry.text(field))
        .orElseThrow(() -> entry.fault(field, "must be a release such as 0.16"));
  }
}
