package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Slack demands of a message, from its reference of blocks, and what this app does. */
final class SlackLimits {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> TYPES = Set.of("header", "section", "context", "table");

  private SlackLimits() {}

  /** Reads an answer and fails where Slack would refuse it, or where it could ping somebody. */
  static JsonNode check(String answer) {
    JsonNode message = read(answer);
    assertTrue(answer.length() <= 13_000, "characters in all: " + answer.length());
    assertFalse(message.path("text").asText().isBlank(), "no fallback text");
    assertEquals(Set.of("ephemeral", "in_channel").contains(type(message)), true);
    JsonNode blocks = message.path("blocks");
    assertTrue(!blocks.isEmpty() && blocks.size() <= 50, "blocks: " + blocks.size());
    int tables = 0;
    for (JsonNode block : blocks) {
      String type = block.path("type").asText();
      assertTrue(TYPES.contains(type), type);
      tables += type.equals("table") ? 1 : 0;
      checkBlock(type, block);
    }
    assertTrue(tables <= 1, "tables: " + tables);
    all(message).filter(JsonNode::isTextual).forEach(SlackLimits::checkText);
    return message;
  }

  private static String type(JsonNode message) {
    return message.path("response_type").asText();
  }

  private static void checkBlock(String type, JsonNode block) {
    switch (type) {
      case "header" -> {
        assertEquals("plain_text", block.path("text").path("type").asText());
        checkLength(block.path("text").path("text"), 150);
      }
      case "section" -> {
        assertTrue(block.has("text") ^ block.has("fields"), "text or fields");
        assertTrue(block.path("fields").size() <= 10, "fields");
        block.path("fields").forEach(field -> checkLength(field.path("text"), 2000));
        if (block.has("text")) {
          checkLength(block.path("text").path("text"), 3000);
        }
      }
      case "context" -> {
        int elements = block.path("elements").size();
        assertTrue(elements >= 1 && elements <= 10, "elements: " + elements);
        block.path("elements").forEach(element -> checkLength(element.path("text"), 3000));
      }
      default -> checkTable(block);
    }
  }

  private static void checkTable(JsonNode table) {
    JsonNode rows = table.path("rows");
    int columns = table.path("column_settings").size();
    assertTrue(rows.size() >= 1 && rows.size() <= 100, "rows: " + rows.size());
    assertTrue(columns <= 20, "columns: " + columns);
    for (JsonNode row : rows) {
      assertEquals(columns, row.size(), "cells of a row");
      for (JsonNode cell : row) {
        assertEquals("raw_text", cell.path("type").asText());
        checkLength(cell.path("text"), 100);
      }
    }
  }

  private static void checkLength(JsonNode text, int most) {
    int length = text.asText().length();
    assertTrue(length >= 1 && length <= most, length + " characters: " + text);
  }

  /** Mentions, links and dates need angle brackets; entities must be whole. */
  private static void checkText(JsonNode node) {
    String text = node.asText();
    assertFalse(text.contains("<") || text.contains(">"), text);
    String rest = text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "");
    assertFalse(rest.contains("&"), text);
  }

  /** Every text with markup, and the fallback, which Slack reads as if it had some. */
  static List<String> markups(JsonNode message) {
    Stream<String> markups =
        all(message)
            .filter(node -> node.path("type").asText().equals("mrkdwn"))
            .map(node -> node.path("text").asText());
    return Stream.concat(markups, Stream.of(message.path("text").asText())).toList();
  }

  /** The node and everything in it. */
  private static Stream<JsonNode> all(JsonNode node) {
    return Stream.concat(
        Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(SlackLimits::all));
  }

  private static JsonNode read(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
