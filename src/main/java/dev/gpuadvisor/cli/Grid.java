package dev.gpuadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A table that fits: where there is no room for all columns, those go that are wanted least; one
 * that says the same in every row says nothing.
 */
final class Grid<R> {

  /** Of a column that always stays. */
  static final int KEPT = 0;

  private static final String GAP = "  ";
  private static final int LEAST_OF_A_SENTENCE = 24;

  private final List<Column<R>> columns = new ArrayList<>();

  /**
   * @param rank the higher, the sooner it goes
   * @param sentence whether it may be cut
   */
  private record Column<R>(
      String head, int rank, boolean right, boolean sentence, Function<R, String> cell) {}

  /** A column with its cells written: that is most of the work, and done once. */
  private record Written(Column<?> column, List<String> cells, int width) {

    static <R> Written of(Column<R> column, List<R> rows) {
      List<String> cells = rows.stream().map(column.cell()).toList();
      int widest = cells.stream().mapToInt(Wrapped::letters).max().orElse(0);
      return new Written(column, cells, Math.max(Wrapped.letters(column.head()), widest));
    }

    boolean tells() {
      return column.rank() == KEPT
          || cells.size() < 2 && !cells.get(0).isEmpty()
          || cells.stream().distinct().count() > 1;
    }

    /** A sentence counts with the least that is worth showing. */
    int least() {
      return column.sentence() ? Math.min(width, LEAST_OF_A_SENTENCE) : width;
    }
  }

  Grid<R> left(String head, int rank, Function<R, String> cell) {
    columns.add(new Column<>(head, rank, false, false, cell));
    return this;
  }

  Grid<R> right(String head, int rank, Function<R, String> cell) {
    columns.add(new Column<>(head, rank, true, false, cell));
    return this;
  }

  /** The last column: it takes what room is left, or goes. */
  Grid<R> sentence(String head, Function<R, String> cell) {
    columns.add(new Column<>(head, Integer.MAX_VALUE, false, true, cell));
    return this;
  }

  /**
   * @param paint how a row is shown
   */
  void on(Page page, List<R> rows, Function<R, UnaryOperator<String>> paint) {
    if (rows.isEmpty()) {
      return;
    }
    List<Written> shown = new ArrayList<>();
    columns.forEach(column -> shown.add(Written.of(column, rows)));
    shown.removeIf(column -> !column.tells());
    while (width(shown) > page.style().columns() && leastWanted(shown) != null) {
      shown.remove(leastWanted(shown));
    }
    int rest = page.style().columns() - width(shown);
    page.raw(page.style().bold(line(shown, rest, written -> written.column().head())));
    for (int at = 0; at < rows.size(); at++) {
      int row = at;
      String line = line(shown, rest, written -> written.cells().get(row));
      page.raw(paint.apply(rows.get(at)).apply(line));
    }
  }

  private static Written leastWanted(List<Written> shown) {
    Written least = null;
    for (Written each : shown) {
      int rank = each.column().rank();
      if (rank != KEPT && (least == null || rank > least.column().rank())) {
        least = each;
      }
    }
    return least;
  }

  private static int width(List<Written> shown) {
    int width = 0;
    for (Written each : shown) {
      width += (width == 0 ? 0 : GAP.length()) + each.least();
    }
    return width;
  }

  private static String line(List<Written> shown, int rest, Function<Written, String> cell) {
    StringBuilder line = new StringBuilder();
    for (Written each : shown) {
      int width = each.least() + (each.column().sentence() ? rest : 0);
      String text = Wrapped.cut(cell.apply(each), width);
      String blanks = " ".repeat(Math.max(0, width - Wrapped.letters(text)));
      line.append(line.length() == 0 ? "" : GAP);
      line.append(each.column().right() ? blanks + text : text + blanks);
    }
    return line.toString().stripTrailing();
  }
}
