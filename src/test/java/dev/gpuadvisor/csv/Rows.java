package dev.gpuadvisor.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated values strictly by the grammar of RFC 4180. */
final class Rows {

  private final String text;
  private final List<List<String>> records = new ArrayList<>();
  private int at;

  private Rows(String text) {
    this.text = text;
  }

  /** Each row by the names of the first. */
  static List<Map<String, String>> of(String text) {
    Rows rows = new Rows(text);
    while (rows.at < text.length()) {
      rows.readRecord();
    }
    List<String> header = rows.records.get(0);
    return rows.records.stream().skip(1).map(record -> named(header, record)).toList();
  }

  private static Map<String, String> named(List<String> header, List<String> record) {
    if (record.size() != header.size()) {
      throw new AssertionError("not as many cells as the header: " + record);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), record.get(i));
    }
    return row;
  }

  private void readRecord() {
    List<String> record = new ArrayList<>();
    do {
      record.add(text.charAt(at) == '"' ? quoted() : plain());
    } while (text.charAt(at++) == ',');
    if (text.charAt(at - 1) != '\r' || text.charAt(at++) != '\n') {
      throw new AssertionError("a record ends otherwise than with CRLF, at " + at);
    }
    records.add(record);
  }

  private String plain() {
    int from = at;
    while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
      if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
        throw new AssertionError("must stand in quotes, at " + at);
      }
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    for (at++; ; at++) {
      if (text.charAt(at) == '"' && text.charAt(++at) != '"') {
        return cell.toString();
      }
      cell.append(text.charAt(at));
    }
  }
}
