package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.sizing.QuantizationChoice;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Price against memory: offers as points, the need as a line.
 *
 * @param id which of the two it is; the style sheet shows the one that the screen has room for
 * @param need where the line is
 * @param marks the most important last, so that it lies on top
 */
record Chart(
    String id,
    String title,
    String description,
    Frame frame,
    double need,
    Labels.Label needed,
    List<Mark> marks,
    List<Labels.Label> labels) {

  private static final int MANY = 16;
  private static final int LABELS = 16;

  /** The chart of one format, for wide and for narrow screens: letters do not shrink. */
  static List<Chart> of(PageTexts words, Recommendation recommendation, QuantizationChoice format) {
    ChartText text = new ChartText(words, recommendation, format);
    return List.of(
        of("wide", new Box(60, 34, 648, 340), text), of("narrow", new Box(60, 34, 256, 300), text));
  }

  private static Chart of(String id, Box inside, ChartText text) {
    List<Assessment> assessments = text.assessments();
    long needed = text.neededBytes();
    Plot plot = Plot.of(inside, assessments, needed);
    List<Mark> marks =
        assessments.stream()
            .map(each -> mark(each, plot, text))
            .sorted(Comparator.comparing(Mark::kind).reversed())
            .toList();
    double line = plot.x(needed);
    Labels.Label label = text.needed(line, inside);
    return new Chart(
        id,
        text.title(),
        text.description(),
        new Frame(inside, text.memoryTicks(plot.memory()), text.priceTicks(plot.price())),
        line,
        label,
        marks,
        labels(inside, marks, label, line));
  }

  private static Mark mark(Assessment assessment, Plot plot, ChartText text) {
    return new Mark(
        plot.x(assessment),
        plot.y(assessment),
        Mark.Kind.of(assessment, text.picks()),
        assessment.worker().label(),
        text.of(assessment));
  }

  /** All of a few; of many, those that lead: names would lie on each other. */
  private static List<Labels.Label> labels(
      Box inside, List<Mark> marks, Labels.Label needed, double line) {
    List<Box> taken =
        Stream.concat(Stream.of(needed.box()), marks.stream().map(Mark::box)).toList();
    List<Box> better = List.of(new Box(line - 1, inside.y(), 2, inside.height()));
    // Inside a kind, the cheapest first: it is the lowest of the drawing.
    List<Mark> important =
        marks.stream()
            .sorted(
                Comparator.comparing(Mark::kind).thenComparing(Mark::y, Comparator.reverseOrder()))
            .filter(mark -> marks.size() <= MANY || leads(mark, marks))
            .limit(LABELS)
            .toList();
    return new Labels(inside, taken, better).place(important);
  }

  /** Whether it is a pick, or nothing that would do has as much memory for less. */
  private static boolean leads(Mark mark, List<Mark> marks) {
    return mark.kind().compareTo(Mark.Kind.ALTERNATIVE) <= 0
        || mark.kind() == Mark.Kind.FITS
            && marks.stream()
                .filter(other -> other.kind().compareTo(Mark.Kind.FITS) <= 0)
                .noneMatch(other -> other.x() >= mark.x() - 1 && other.y() > mark.y());
  }

  /** The kinds that occur, for the legend. */
  List<Mark.Kind> kinds() {
    return marks.stream().map(Mark::kind).distinct().sorted().toList();
  }

  /** For SVG: where what is needed ends. */
  String line() {
    return Scale.text(need);
  }

  /** How wide is what does not suffice. */
  String lacking() {
    return Scale.text(need - frame.inside().x());
  }

  String tall() {
    return Scale.text(frame.inside().height());
  }
}
