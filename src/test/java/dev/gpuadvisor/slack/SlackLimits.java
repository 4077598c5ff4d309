package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Slack demands of a message, from its reference of blocks, what this app demands of itself so
 * that no client and no door of Slack's refuses or misreads one, and what is said where no blocks
 * are seen.
 */
final class SlackLimits {

  static final int LONGEST_TEXT = 600;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("response_type", "text", "blocks", "replace_original", "thread_ts");
  private static final int MOST_BLOCKS = 12;
  private static final int MOST_CHARACTERS = 4000;
  private static final int WIDEST = 38;

  private final JsonNode message;
  private final Set<String> ids = new HashSet<>();
  private boolean tableWasLast;

  private SlackLimits(JsonNode message) {
    this.message = message;
  }

  /** Reads an answer and fails where Slack would refuse it, or where it could ping somebody. */
  static JsonNode check(String answer) {
    return new SlackLimits(read(answer)).checked();
  }

  private JsonNode checked() {
    message.fieldNames().forEachRemaining(name -> assertTrue(FIELDS.contains(name), name));
    String type = message.path("response_type").asText();
    assertTrue(Set.of("ephemeral", "in_channel").contains(type), type);
    checkSpoken(message.path("text").asText());
    JsonNode blocks = message.path("blocks");
    assertTrue(!blocks.isEmpty() && blocks.size() <= MOST_BLOCKS, "blocks: " + blocks.size());
    assertTrue(Set.of("header", "section").contains(blocks.path(0).path("type").asText()));
    blocks.forEach(this::checkBlock);
    int characters =
        all(blocks).map(node -> node.path("text")).mapToInt(text -> text.asText().length()).sum();
    assertTrue(characters <= MOST_CHARACTERS, "characters in all blocks: " + characters);
    return message;
  }

  private static void checkSpoken(String text) {
    assertTrue(text.length() >= LONGEST_TEXT / 2, "only said: " + text);
    assertTrue(text.length() <= LONGEST_TEXT, text.length() + " characters said: " + text);
    SlackMarkup.checkEscaped(text);
    SlackMarkup.checkNoPicture(text);
  }

  private void checkBlock(JsonNode block) {
    String type = block.path("type").asText();
    assertFalse(tableWasLast, "a block behind the table");
    if (block.has("block_id")) {
      String id = block.path("block_id").asText();
      checkLength(id, 255);
      assertTrue(ids.add(id), "twice: " + id);
    }
    switch (type) {
      case "header" -> checkText(block.path("text"), 150);
      case "section" -> {
        assertTrue(block.has("text") ^ block.has("fields"), "text or fields");
        assertTrue(block.path("fields").size() <= 10, "fields");
        block.path("fields").forEach(field -> checkText(field, 2000));
        if (block.has("text")) {
          checkText(block.path("text"), 3000);
        }
      }
      case "context" -> {
        assertEquals(1, block.path("elements").size(), "elements run into each other");
        checkText(block.path("elements").path(0), 2000);
      }
      case "actions" -> {
        int elements = block.path("elements").size();
        assertTrue(elements >= 1 && elements <= 25, "elements: " + elements);
        block.path("elements").forEach(this::checkElement);
      }
      case "table" -> {
        checkTable(block);
        tableWasLast = true;
      }
      default -> throw new AssertionError(type);
    }
  }

  private void checkElement(JsonNode element) {
    String action = element.path("action_id").asText();
    checkLength(action, 255);
    assertTrue(ids.add("action " + action), "twice: " + action);
    switch (element.path("type").asText()) {
      case "button" -> {
        checkText(element.path("text"), 75);
        checkLength(element.path("value").asText(), 2000);
        SlackMarkup.checkEscaped(element.path("value").asText());
      }
      case "static_select" -> {
        JsonNode options = element.path("options");
        checkText(element.path("placeholder"), 150);
        assertTrue(!options.isEmpty() && options.size() <= 100, "options: " + options.size());
        options.forEach(SlackLimits::checkOption);
        JsonNode first = element.path("initial_option");
        assertTrue(first.isMissingNode() || contains(options, first), "initial option: " + first);
      }
      case "external_select" -> {
        checkText(element.path("placeholder"), 150);
        if (element.has("initial_option")) {
          checkOption(element.path("initial_option"));
        }
      }
      default -> throw new AssertionError(element);
    }
  }

  static void checkOption(JsonNode option) {
    checkText(option.path("text"), 75);
    checkLength(option.path("value").asText(), 150);
    SlackMarkup.checkEscaped(option.path("value").asText());
  }

  private static boolean contains(JsonNode options, JsonNode wanted) {
    return StreamSupport.stream(options.spliterator(), false).anyMatch(wanted::equals);
  }

  private static void checkTable(JsonNode table) {
    JsonNode rows = table.path("rows");
    int columns = table.path("column_settings").size();
    assertTrue(rows.size() >= 1 && rows.size() <= 100, "rows: " + rows.size());
    assertTrue(columns <= 5, "columns: " + columns);
    for (JsonNode row : rows) {
      assertEquals(columns, row.size(), "cells of a row");
      for (JsonNode cell : row) {
        assertEquals("raw_text", cell.path("type").asText());
        checkLength(cell.path("text").asText(), 100);
      }
    }
  }

  private static void checkText(JsonNode text, int most) {
    String content = text.path("text").asText();
    checkLength(content, most);
    boolean markup = text.path("type").asText().equals("mrkdwn");
    assertEquals(markup, text.path("verbatim").asBoolean(), "verbatim: " + text);
    assertEquals(!markup, text.has("emoji"), "emoji: " + text);
    assertFalse(text.path("emoji").asBoolean(), "emoji: " + text);
    SlackMarkup.checkEscaped(content);
    if (markup) {
      SlackMarkup.check(content);
      SlackMarkup.lines(content)
          .forEach(line -> assertTrue(line.length() <= WIDEST, line.length() + ": " + line));
    }
  }

  private static void checkLength(String text, int most) {
    assertTrue(!text.isBlank() && text.length() <= most, text.length() + " characters: " + text);
  }

  /** Every text with markup. */
  static List<String> markups(JsonNode message) {
    return all(message)
        .filter(node -> node.path("type").asText().equals("mrkdwn"))
        .map(node -> node.path("text").asText())
        .toList();
  }

  /** The lines of its table, the head first. */
  static List<String> rows(JsonNode message) {
    return markups(message).stream().flatMap(text -> SlackMarkup.lines(text).stream()).toList();
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
