package dev.gpuadvisor.catalogueimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads comma-separated rows one by one, however many there are; columns go by their names, in any
 * order. A field in quotes may hold commas, line breaks and doubled quotes.
 */
public final class Csv {

  private final BufferedReader in;
  private Map<String, Integer> columns = Map.of();

  /** A row, asked for by column. */
  public record Row(Map<String, Integer> columns, List<String> fields) {

    /** Blank where the row or the file has no such column. */
    public String get(String column) {
      Integer at = columns.get(column);
      return at == null || at >= fields.size() ? "" : fields.get(at).strip();
    }
  }

  private Csv(BufferedReader in) {
    this.in = in;
  }

  /**
   * Goes on to the row that names the columns, past whatever stands before it.
   *
   * @param header whether a row is that one
   */
  public static Csv open(BufferedReader in, Predicate<List<String>> header) throws IOException {
    Csv csv = new Csv(in);
    for (List<String> row = csv.fields(); row != null; row = csv.fields()) {
      row.replaceAll(String::strip);
      if (header.test(row)) {
        csv.columns = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          csv.columns.putIfAbsent(row.get(i), i);
        }
        return csv;
      }
    }
    throw new ImportException("The file has no row that names the columns.");
  }

  public Optional<Row> next() throws IOException {
    List<String> fields = fields();
    while (fields != null && fields.size() == 1 && fields.get(0).isBlank()) {
      fields = fields();
    }
    return fields == null ? Optional.empty() : Optional.of(new Row(columns, fields));
  }

  private List<String> fields() throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int i = 0;
    while (true) {
      if (i == line.length()) {
        if (!quoted) {
          fields.add(field.toString());
          return fields;
        }
        line = in.readLine();
        if (line == null) {
          throw new ImportException("The file breaks off within a quoted field.");
        }
        field.append('\n');
        i = 0;
        continue;
      }
      char c = line.charAt(i++);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i < line.length() && line.charAt(i) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.toString().isBlank()) {
        field.setLength(0);
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c != '\uFEFF') {
        field.append(c);
      }
    }
  }
}
