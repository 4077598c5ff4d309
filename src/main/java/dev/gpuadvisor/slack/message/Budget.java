package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.slack.message.Block.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a message well below what Slack refuses, whose doors do not all draw the line at the same
 * length. What is left out first is what matters least: rows at the end of the table, then lines of
 * the small print, then lines at the end of paragraphs.
 */
final class Budget {

  static final int MOST_CHARACTERS = 4000;
  static final int MOST_BLOCKS = 12;

  private static final int LEAST_ROWS = 3;
  private static final int FENCE = 8;

  /** The labels of buttons and menus. */
  private static final int CONTROLS = 250;

  private final List<Block> blocks;

  private Budget(List<Block> blocks) {
    this.blocks = blocks;
  }

  static List<Block> keep(List<Block> all) {
    Budget budget = new Budget(new ArrayList<>(all));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof Table table) {
        budget.shorten(i, table);
      }
    }
    for (int i = all.size() - 1; i > 0; i--) {
      if (all.get(i) instanceof Block.Aside aside) {
        budget.blocks.set(i, new Block.Aside(budget.fewerLines(aside.markup()), aside.links()));
      }
    }
    for (int i = all.size() - 1; i > 0; i--) {
      if (all.get(i) instanceof Block.Section section) {
        budget.blocks.set(i, new Block.Section(budget.fewerLines(section.markup())));
      } else if (all.get(i) instanceof Block.Plain plain) {
        budget.blocks.set(i, new Block.Plain(budget.fewerLines(plain.text())));
      }
    }
    return budget.blocks;
  }

  private void shorten(int at, Table table) {
    int rows = table.rows().size();
    while (over() > 0 && rows > LEAST_ROWS) {
      rows--;
      blocks.set(at, new Table(table.columns(), table.rows().subList(0, rows)));
    }
  }

  /** One line stays. */
  private String fewerLines(String text) {
    int over = over();
    String kept = text;
    while (over > 0 && kept.lastIndexOf('\n') > 0) {
      String shorter = kept.substring(0, kept.lastIndexOf('\n'));
      over -= length(kept) - length(shorter);
      kept = shorter;
    }
    return kept;
  }

  private int over() {
    return blocks.stream().mapToInt(Budget::length).sum() - MOST_CHARACTERS;
  }

  private static int length(Block block) {
    if (block instanceof Block.Header header) {
      return length(header.text());
    } else if (block instanceof Block.Section section) {
      return length(section.markup());
    } else if (block instanceof Block.Plain plain) {
      return length(plain.text());
    } else if (block instanceof Block.Columns columns) {
      return columns.markups().stream().mapToInt(Budget::length).sum();
    } else if (block instanceof Block.Aside aside) {
      return length(aside.markup())
          + aside.links().stream()
              .mapToInt(link -> length(link.url()) + link.label().length() + 6)
              .sum();
    } else if (block instanceof Table table) {
      return length(NarrowTable.lines(table)) + FENCE;
    }
    return CONTROLS;
  }

  private static int length(String text) {
    return MessageJson.escaped(text).length();
  }
}
