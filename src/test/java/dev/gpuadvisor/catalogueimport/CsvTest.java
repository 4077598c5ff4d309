package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CsvTest {

  private static Csv open(String text) throws IOException {
    return Csv.open(new BufferedReader(new StringReader(text)), row -> row.contains("b"));
  }

  @Test
  void goesByTheNamesOfColumns() throws IOException {
    Csv.Row row = open("preamble\r\n\"x\",1\nb,a\n2,1\n").next().orElseThrow();
    assertEquals("1", row.get("a"));
    assertEquals("2", row.get("b"));
    assertEquals("", row.get("c"));
  }

  @Test
  void readsQuotedFields() throws IOException {
    Csv csv = open("\uFEFFa,b\n\"x,\"\"y\"\"\nz\",\n\nlast,1");
    Csv.Row row = csv.next().orElseThrow();
    assertEquals("x,\"y\"\nz", row.get("a"));
    assertEquals("", row.get("b"));
    assertEquals("last", csv.next().orElseThrow().get("a"));
    assertEquals(true, csv.next().isEmpty());
  }

  @Test
  void refusesWhatBreaksOff() throws IOException {
    Csv csv = open("a,b\n\"x");
    assertThrows(ImportException.class, csv::next);
    assertThrows(ImportException.class, () -> open("a,c\n1,2\n"));
  }
}
