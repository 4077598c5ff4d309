package dev.gpuadvisor.slack.click;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is read of Slack's payload of a click, of letters typed into a menu, or of a shortcut. All
 * of it is text by its path, {@code actions.action_id}: of several actions the first counts.
 */
public record Interaction(Map<String, String> texts) {

  private static final int DEEPEST = 20;
  private static final int MOST_TEXTS = 2_000;

  /** What Slack posts here. */
  public enum Type {
    BLOCK_ACTIONS,
    BLOCK_SUGGESTION,
    MESSAGE_ACTION,
    /** Nothing that this app has. */
    OTHER
  }

  /**
   * @throws IOException where it is no JSON object, or one that Slack never sends
   */
  public static Interaction read(byte[] payload) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = Json.parser(payload)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      readObject(json, "", 0, texts);
    }
    return new Interaction(texts);
  }

  private static void readObject(
      JsonParser json, String prefix, int depth, Map<String, String> texts) throws IOException {
    for (String name; (name = json.nextFieldName()) != null; ) {
      json.nextToken();
      readValue(json, prefix + name, depth + 1, texts);
    }
  }

  private static void readValue(JsonParser json, String path, int depth, Map<String, String> texts)
      throws IOException {
    if (depth > DEEPEST || texts.size() > MOST_TEXTS) {
      throw new IOException("more than Slack sends");
    }
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readObject(json, path + ".", depth, texts);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        readValue(json, path, depth + 1, texts);
      }
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      texts.putIfAbsent(path, json.getText());
    }
  }

  public Type type() {
    return switch (text("type")) {
      case "block_actions" -> Type.BLOCK_ACTIONS;
      case "block_suggestion" -> Type.BLOCK_SUGGESTION;
      case "message_action" -> Type.MESSAGE_ACTION;
      default -> Type.OTHER;
    };
  }

  /** Where the answer goes. */
  public String responseUrl() {
    return text("response_url");
  }

  /** Which button or menu it was. */
  public String action() {
    return text("actions.action_id");
  }

  /** The line that the message carries. */
  public String state() {
    return text("actions.block_id");
  }

  /** What the button stands for, or what was chosen. */
  public String value() {
    String chosen = text("actions.selected_option.value");
    return chosen.isEmpty() ? text("actions.value") : chosen;
  }

  /** What was chosen in another menu of the same block, as far as Slack says. */
  public Optional<String> chosen(String menu) {
    String value = text("state.values." + state() + "." + menu + ".selected_option.value");
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The letters typed into a menu. */
  public String typed() {
    return text("value");
  }

  /** The shortcut that was taken. */
  public String shortcut() {
    return text("callback_id");
  }

  /** What stands in the message that the shortcut was taken on. */
  public String message() {
    return text("message.text");
  }

  /** The thread that this message is in, or would begin. */
  public String thread() {
    String thread = text("message.thread_ts");
    return thread.isEmpty() ? text("message.ts") : thread;
  }

  private String text(String path) {
    return texts.getOrDefault(path, "");
  }
}
