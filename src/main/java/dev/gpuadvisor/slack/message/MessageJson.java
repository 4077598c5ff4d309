package dev.gpuadvisor.slack.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.List;

/**
 * Messages as Block Kit. Every text goes through {@link #text}, so that none holds a character that
 * Slack reads as a mention, a link or a date, and none is longer than Slack takes.
 */
public record MessageJson(JsonGenerator json) {

  private static final int MOST_BLOCKS = 50;
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_TEXT = 3000;
  private static final int LONGEST_COLUMN = 2000;
  private static final int MOST_COLUMNS = 10;
  private static final int MOST_ASIDES = 10;
  private static final int MOST_ROWS = 100;
  private static final int LONGEST_CELL = 100;

  public static byte[] bytes(SlackMessage message) {
    return Json.bytes(json -> new MessageJson(json).write(message));
  }

  private void write(SlackMessage message) throws IOException {
    json.writeStartObject();
    json.writeStringField("response_type", message.shared() ? "in_channel" : "ephemeral");
    json.writeStringField("text", text(message.text(), LONGEST_TEXT));
    json.writeArrayFieldStart("blocks");
    for (Block block : first(message.blocks(), MOST_BLOCKS)) {
      json.writeStartObject();
      write(block);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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
    } else if (block instanceof Block.Plain paragraph) {
      json.writeStringField("type", "section");
      json.writeFieldName("text");
      plain(paragraph.text(), LONGEST_TEXT);
    } else if (block instanceof Block.Columns columns) {
      json.writeStringField("type", "section");
      markups("fields", first(columns.markups(), MOST_COLUMNS), LONGEST_COLUMN);
    } else if (block instanceof Block.Aside aside) {
      json.writeStringField("type", "context");
      markups("elements", first(aside.markups(), MOST_ASIDES), LONGEST_TEXT);
    } else if (block instanceof Block.Table table) {
      write(table);
    } else {
      json.writeStringField("type", "divider");
    }
  }

  private void write(Block.Table table) throws IOException {
    json.writeStringField("type", "table");
    json.writeArrayFieldStart("column_settings");
    for (boolean toTheRight : table.columns()) {
      json.writeStartObject();
      json.writeStringField("align", toTheRight ? "right" : "left");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<String> row : first(table.rows(), MOST_ROWS)) {
      json.writeStartArray();
      for (String cell : row) {
        json.writeStartObject();
        json.writeStringField("type", "raw_text");
        json.writeStringField("text", text(cell, LONGEST_CELL));
        json.writeEndObject();
      }
      json.writeEndArray();
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
    json.writeStartObject();
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", text(markup, longest));
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
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}
