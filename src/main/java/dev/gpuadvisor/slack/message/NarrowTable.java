package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as a phone can show it: few columns, none that says the same in every row, and as letters
 * of one width no wider than a fence is on a phone. A name that is too long for its column stands
 * on a line of its own, for names are there to be copied.
 */
record NarrowTable(Table table) {

  static final int MOST_LETTERS = 38;

  private static final int MOST_COLUMNS = 4;
  private static final String GAP = "  ";
  private static final String MARK = "*";

  /** Without what says nothing, and with no more columns than that. */
  static Table withColumns(Table whole, int most) {
    List<Integer> telling =
        IntStream.range(0, whole.columns().size()).filter(at -> tells(whole, at)).boxed().toList();
    List<Integer> kept =
        telling.stream()
            .sorted(Comparator.comparingInt(at -> whole.columns().get(at).rank()))
            .limit(most)
            .sorted()
            .toList();
    return only(whole, kept);
  }

  /** The rows as lines of letters. */
  static String lines(Table whole) {
    Table narrow = withColumns(whole, MOST_COLUMNS);
    while (new NarrowTable(narrow).width() > MOST_LETTERS && leastWanted(narrow) >= 0) {
      int gone = leastWanted(narrow);
      narrow = without(narrow, gone);
    }
    return new NarrowTable(narrow).text();
  }

  private static boolean tells(Table table, int column) {
    return table.columns().get(column).rank() == Table.KEPT
        || table.rows().size() < 2
        || table.rows().stream().map(row -> row.cells().get(column)).distinct().count() > 1;
  }

  /** -1 where each of them is wanted. */
  private static int leastWanted(Table table) {
    List<Column> columns = table.columns();
    return IntStream.range(0, columns.size())
        .filter(at -> columns.get(at).rank() != Table.KEPT)
        .boxed()
        .max(Comparator.comparingInt(at -> columns.get(at).rank()))
        .orElse(-1);
  }

  private static Table without(Table table, int column) {
    return only(
        table,
        IntStream.range(0, table.columns().size()).filter(at -> at != column).boxed().toList());
  }

  private static Table only(Table table, List<Integer> columns) {
    return new Table(
        columns.stream().map(table.columns()::get).toList(),
        table.rows().stream()
            .map(row -> new Row(row.picked(), columns.stream().map(row.cells()::get).toList()))
            .toList());
  }

  private int width() {
    return MARK.length() + widthOf(0) + widthBehindNames();
  }

  private int widthBehindNames() {
    return IntStream.range(1, table.columns().size()).map(at -> GAP.length() + widthOf(at)).sum();
  }

  private int widthOf(int column) {
    return IntStream.concat(
            IntStream.of(letters(table.columns().get(column).head())),
            table.rows().stream().mapToInt(row -> letters(row.cells().get(column))))
        .max()
        .orElseThrow();
  }

  private String text() {
    int names = Math.min(widthOf(0), MOST_LETTERS - MARK.length() - widthBehindNames());
    List<String> heads = table.columns().stream().map(Column::head).toList();
    String head = line(new Row(false, heads), names);
    return table.rows().stream()
        .map(row -> line(row, names))
        .collect(Collectors.joining("\n", head + "\n", ""));
  }

  private String line(Row row, int names) {
    String mark = row.picked() ? MARK : " ";
    String name = row.cells().get(0);
    int most = MOST_LETTERS - MARK.length();
    String shown = letters(name) <= most ? name : name.substring(0, most - 1) + "…";
    String figures =
        IntStream.range(1, table.columns().size())
            .mapToObj(at -> GAP + padded(row.cells().get(at), at))
            .collect(Collectors.joining());
    return letters(shown) <= names
        ? (mark + shown + " ".repeat(names - letters(shown)) + figures).stripTrailing()
        : mark + shown + "\n" + (" ".repeat(MARK.length() + names) + figures).stripTrailing();
  }

  private String padded(String cell, int column) {
    String blanks = " ".repeat(widthOf(column) - letters(cell));
    return table.columns().get(column).right() ? blanks + cell : cell + blanks;
  }

  private static int letters(String text) {
    return text.codePointCount(0, text.length());
  }
}
