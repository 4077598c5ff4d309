package dev.gpuadvisor.slack.message;

import static dev.gpuadvisor.slack.message.Block.Table.KEPT;
import static dev.gpuadvisor.slack.message.Block.Table.LEFT;
import static dev.gpuadvisor.slack.message.Block.Table.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NarrowTableTest {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Offer", LEFT, KEPT),
          new Column("Bits", LEFT, 1),
          new Column("$/h", RIGHT, KEPT),
          new Column("vs", RIGHT, 2),
          new Column("Supply", LEFT, 3));

  @Test
  void alignsAndMarksThePick() {
    Table table =
        new Table(
            COLUMNS,
            List.of(
                new Row(true, List.of("A", "8bit", "0.5", "–", "high")),
                new Row(false, List.of("BB", "8bit", "10.25", "+5.0%", "low"))));

    assertEquals(
        """
         Offer    $/h     vs  Supply
        *A        0.5      –  high
         BB     10.25  +5.0%  low\
        """,
        NarrowTable.lines(table));
  }

  @Test
  void leavesOutWhatSaysTheSameEverywhereAndThenWhatIsWantedLeast() {
    Table table =
        new Table(
            COLUMNS,
            List.of(
                new Row(false, List.of("an-offer-of-23-letters-", "8bit", "0.50", "–", "low")),
                new Row(false, List.of("B", "4bit", "0.75", "+50.0%", "low"))));

    assertEquals(
        """
         Offer                    Bits   $/h
         an-offer-of-23-letters-  8bit  0.50
         B                        4bit  0.75\
        """,
        NarrowTable.lines(table));
    assertEquals(
        List.of("Offer", "Bits", "$/h", "vs"),
        NarrowTable.withColumns(table, 5).columns().stream().map(Column::head).toList());
  }

  @Test
  void neverCutsANameThatFitsOnALine() {
    Table table =
        new Table(
            List.of(COLUMNS.get(0), COLUMNS.get(2)),
            List.of(
                new Row(true, List.of("an-offer-whose-name-is-36-letters-ab", "0.50")),
                new Row(false, List.of("B", "0.75"))));

    assertEquals(
        """
         Offer                             $/h
        *an-offer-whose-name-is-36-letters-ab
                                          0.50
         B                                0.75\
        """,
        NarrowTable.lines(table));
  }

  @Test
  void isNeverWiderThanAPhone() {
    Random random = new Random(22);
    for (int i = 0; i < 10_000; i++) {
      List<Row> rows =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(row -> new Row(random.nextBoolean(), cells(random)))
              .toList();
      for (String line : NarrowTable.lines(new Table(COLUMNS, rows)).split("\n")) {
        assertTrue(line.length() <= NarrowTable.MOST_LETTERS, line);
      }
    }
  }

  private static List<String> cells(Random random) {
    return List.of(
        "x".repeat(1 + random.nextInt(60)),
        "b".repeat(1 + random.nextInt(12)),
        "1".repeat(1 + random.nextInt(9)),
        "2".repeat(1 + random.nextInt(9)),
        "s".repeat(1 + random.nextInt(12)));
  }
}
