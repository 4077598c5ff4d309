package dev.gpuadvisor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report read back from its Markdown.
 *
 * @param lines what stands in one section, or in a part of one
 */
record ReadReport(List<String> lines) {

  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  /** Blanks that do not break are blanks here. */
  static ReadReport of(String markdown) {
    String plain = markdown.replace('\u00a0', ' ').replace("\u202f", "");
    return new ReadReport(Arrays.asList(plain.split("\n")));
  }

  ReadReport section(String title) {
    return under("## ", title);
  }

  ReadReport part(String title) {
    return under("### ", title);
  }

  private ReadReport under(String mark, String title) {
    List<String> under = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith(mark)) {
        inside = line.startsWith(mark + title);
      }
      if (inside) {
        under.add(line);
      }
    }
    if (under.isEmpty()) {
      throw new AssertionError("nothing under '" + mark + title + "' in " + lines);
    }
    return new ReadReport(under);
  }

  /** What stands in the first table that has such a row and such a column. */
  String cell(String row, String column) {
    List<String> heads = List.of();
    for (String line : lines) {
      List<String> cells = cells(line);
      if (!cells.isEmpty() && heads.isEmpty()) {
        heads = cells;
      } else if (cells.isEmpty()) {
        heads = List.of();
      } else if (cells.get(0).equals(row) && heads.contains(column)) {
        return cells.get(heads.indexOf(column));
      }
    }
    throw new AssertionError("no cell " + row + ", " + column + " in " + lines);
  }

  /** The names of the rows of all tables. */
  List<String> rows() {
    return lines.stream()
        .map(ReadReport::cells)
        .filter(cells -> !cells.isEmpty())
        .map(cells -> cells.get(0))
        .filter(name -> !name.startsWith("---"))
        .toList();
  }

  /** What the group of a pattern holds in the first line that has it. */
  Optional<String> find(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return lines.stream()
        .map(ReadReport::unescaped)
        .map(compiled::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("| ")) {
      return List.of();
    }
    String[] cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
    return Arrays.stream(cells).map(cell -> unescaped(cell.replace("**", ""))).toList();
  }

  private static String unescaped(String text) {
    return ESCAPED.matcher(text).replaceAll("$1");
  }
}
