package dev.gpuadvisor.slack.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Messages as Block Kit. Every text goes through {@link #text}, so that none holds a character that
 * Slack reads as a mention, a link or a date, and none is longer than Slack takes.
 */
public record MessageJson(JsonGenerator json, TableStyle style) {

  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_TEXT = 3000;
  private static final int LONGEST_COLUMN = 2000;
  private static final int MOST_COLUMNS = 10;
  private static final int MOST_ROWS = 99;
  private static final String PICKED = "★ ";
  private static final int LONGEST_CELL = 100;
  private static final int MOST_TABLE_COLUMNS = 5;

  public static byte[] bytes(SlackMessage message, TableStyle style) {
    return bytes(message, style, Delivery.REPLY);
  }

  public static byte[] bytes(SlackMessage message, TableStyle style, Delivery delivery) {
    return Json.bytes(json -> new MessageJson(json, style).write(message, delivery));
  }

  /** A text for whoever asked, where nobody can be answered. */
  public static byte[] notice(String text) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("response_type", "ephemeral");
          json.writeStringField("text", text);
          json.writeEndObject();
        });
  }

  private void write(SlackMessage message, Delivery delivery) throws IOException {
    json.writeStartObject();
    json.writeStringField("response_type", message.shared() ? "in_channel" : "ephemeral");
    if (delivery.replaces().isPresent()) {
      json.writeBooleanField("replace_original", delivery.replaces().get());
    }
    if (!delivery.thread().isEmpty()) {
      json.writeStringField("thread_ts", delivery.thread());
    }
    json.writeStringField("text", text(message.text(), LONGEST_TEXT));
    json.writeArrayFieldStart("blocks");
    for (Block block : inOrder(first(message.blocks(), Budget.MOST_BLOCKS))) {
      json.writeStartObject();
      write(block);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Where Slack draws a table at the end, whatever its place, that is where it stands. */
  private List<Block> inOrder(List<Block> blocks) {
    return style == TableStyle.TEXT
        ? blocks
        : blocks.stream()
            .sorted(Comparator.comparing(block -> block instanceof Block.Table))
            .toList();
  }

  private void write(Block block) throws IOException {
    if (block instanceof Block.Header header) {
      json.writeStringField("type", "header");
      json.writeFieldName("text");
      plain(header.text(), LONGEST_HEADER);
    } else if (block instanceof Block.Section section) {
      json.writeStringField("type", "section");
      json.writeFieldName("text");
      markup(section.markup(), LONGEST_TEXT);
      json.writeBooleanField("expand", true);
    } else if (block instanceof Block.Plain paragraph) {
      json.writeStringField("type", "section");
      json.writeFieldName("text");
      plain(paragraph.text(), LONGEST_TEXT);
    } else if (block instanceof Block.Columns columns) {
      json.writeStringField("type", "section");
      markups("fields", first(columns.markups(), MOST_COLUMNS), LONGEST_COLUMN);
    } else if (block instanceof Block.Aside aside) {
      json.writeStringField("type", "context");
      json.writeArrayFieldStart("elements");
      escapedMarkup(text(aside.markup(), LONGEST_TEXT) + links(aside.links()));
      json.writeEndArray();
    } else if (block instanceof Block.Actions actions) {
      new ActionsJson(json).write(actions);
    } else if (block instanceof Block.Table table && style == TableStyle.TEXT) {
      write(new Block.Section("```\n" + NarrowTable.lines(table) + "\n```"));
    } else if (block instanceof Block.Table table) {
      write(NarrowTable.withColumns(table, MOST_TABLE_COLUMNS));
    }
  }

  private static String links(List<Block.Link> links) {
    return links.isEmpty()
        ? ""
        : links.stream()
            .map(link -> "<" + escaped(link.url()) + "|" + escaped(link.label()) + ">")
            .collect(Collectors.joining(" · ", "\n", ""));
  }

  private void write(Block.Table table) throws IOException {
    json.writeStringField("type", "table");
    json.writeArrayFieldStart("column_settings");
    for (Block.Table.Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("align", column.right() ? "right" : "left");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    writeRow("", table.columns().stream().map(Block.Table.Column::head).toList());
    for (Block.Table.Row row : first(table.rows(), MOST_ROWS)) {
      writeRow(row.picked() ? PICKED : "", row.cells());
    }
    json.writeEndArray();
  }

  private void writeRow(String mark, List<String> cells) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < cells.size(); i++) {
      json.writeStartObject();
      json.writeStringField("type", "raw_text");
      json.writeStringField(
          "text", text(i == 0 ? mark + cells.get(i) : cells.get(i), LONGEST_CELL));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void markups(String name, List<String> markups, int longest) throws IOException {
    json.writeArrayFieldStart(name);
    for (String markup : markups) {
      markup(markup, longest);
    }
    json.writeEndArray();
  }

  private void markup(String markup, int longest) throws IOException {
    escapedMarkup(text(markup, longest));
  }

  /** Verbatim: otherwise Slack makes links of all that looks like an address, as file names do. */
  private void escapedMarkup(String markup) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", markup);
    json.writeBooleanField("verbatim", true);
    json.writeEndObject();
  }

  private void plain(String plain, int longest) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", text(plain, longest));
    json.writeBooleanField("emoji", false);
    json.writeEndObject();
  }

  /** Without special characters, and cut where it is too long: between characters and entities. */
  static String text(String text, int longest) {
    String escaped = escaped(text);
    if (escaped.length() <= longest) {
      return escaped;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(escaped.charAt(end - 1))) {
      end--;
    }
    int entity = escaped.lastIndexOf('&', end - 1);
    boolean cutsEntity = entity >= 0 && escaped.indexOf(';', entity) >= end;
    return escaped.substring(0, cutsEntity ? entity : end) + "…";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}
