package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.stream.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The arguments of a tool: parameters of the operation, those that are rarely needed also in an
 * object of their own ({@code more}), and how much is to be answered ({@code detail}). Which of
 * them stands in which is not held against an assistant: each name has one meaning.
 *
 * @param parameters a JSON object of the parameters alone
 * @param detail as it was written; empty where it was not
 */
record ToolArguments(byte[] parameters, String detail) {

  static final String MORE = "more";
  static final String DETAIL = "detail";

  /**
   * @param arguments a JSON object
   * @throws IOException where it is none, or not in UTF-8
   */
  static ToolArguments read(byte[] arguments) throws IOException {
    ByteArrayOutputStream parameters = new ByteArrayOutputStream(arguments.length);
    parameters.write('{');
    String detail = "";
    try (JsonParser json = Json.parser(arguments)) {
      json.nextToken();
      detail = copyFields(json, arguments, parameters);
    }
    parameters.write('}');
    return new ToolArguments(parameters.toByteArray(), detail);
  }

  /** Returns the detail that was asked for. */
  private static String copyFields(JsonParser json, byte[] from, ByteArrayOutputStream to)
      throws IOException {
    String detail = "";
    for (String field; (field = json.nextFieldName()) != null; ) {
      int start = (int) json.currentTokenLocation().getByteOffset();
      JsonToken value = json.nextToken();
      if (value == JsonToken.VALUE_NULL) { // assistants write it for what they leave out
        continue;
      }
      if (field.equals(MORE) && value == JsonToken.START_OBJECT) {
        String within = copyFields(json, from, to);
        detail = within.isEmpty() ? detail : within;
        continue;
      }
      if (field.equals(DETAIL)) {
        detail = json.getText();
        json.skipChildren();
        continue;
      }
      json.skipChildren();
      json.finishToken();
      int end = (int) json.currentLocation().getByteOffset();
      if (start < 0 || end > from.length) {
        throw new IOException("not in UTF-8");
      }
      if (to.size() > 1) {
        to.write(',');
      }
      to.write(from, start, end - start);
    }
    return detail;
  }
}
