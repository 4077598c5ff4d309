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
      String head, int rank, boolean right, boolean sentence, Function<R, String> cell) {

    int width(List<R> rows) {
      int widest = rows.stream().mapToInt(row -> Wrapped.letters(cell.apply(row))).max().orElse(0);
      return Math.max(Wrapped.letters(head), widest);
    }

    boolean tells(List<R> rows) {
      return rank == KEPT && !sentence
          || rows.size() < 2 && !cell.apply(rows.get(0)).isEmpty()
          || rows.stream().map(cell).distinct().count() > 1;
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
    List<Column<R>> shown = new ArrayList<>(columns);
    shown.removeIf(column -> !column.tells(rows));
    while (width(shown, rows) > page.style().columns() && leastWanted(shown) != null) {
      shown.remove(leastWanted(shown));
    }
    int rest = page.style().columns() - width(shown, rows);
    page.raw(page.style().bold(line(shown, rows, rest, Column::head)));
    for (R row : rows) {
      String line = line(shown, rows, rest, column -> column.cell().apply(row));
      page.raw(paint.apply(row).apply(line));
    }
  }

  private Column<R> leastWanted(List<Column<R>> shown) {
    Column<R> least = null;
    for (Column<R> column : shown) {
      if (column.rank() != KEPT && (least == null || column.rank() > least.rank())) {
        least = column;
      }
    }
    return least;
  }

  /** A sentence counts with the least that is worth showing. */
  private int width(List<Column<R>> shown, List<R> rows) {
    int width = 0;
    for (Column<R> column : shown) {
      width += (width == 0 ? 0 : GAP.length()) + least(column, rows);
    }
    return width;
  }

  private int least(Column<R> column, List<R> rows) {
    int width = column.width(rows);
    return column.sentence() ? Math.min(width, LEAST_OF_A_SENTENCE) : width;
  }

  private String line(
      List<Column<R>> shown, List<R> rows, int rest, Function<Column<R>, String> cell) {
    StringBuilder line = new StringBuilder();
    for (Column<R> column : shown) {
      int width = least(column, rows) + (column.sentence() ? rest : 0);
      String text = Wrapped.cut(cell.apply(column), width);
      String blanks = " ".repeat(Math.max(0, width - Wrapped.letters(text)));
      line.append(line.length() == 0 ? "" : GAP);
      line.append(column.right() ? blanks + text : text + blanks);
    }
    return line.toString().stripTrailing();
  }
}
