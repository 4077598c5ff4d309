package dev.gpuadvisor.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.io.IOException;

/**
 * A JSON object whose fields are the parameters: texts, numbers, yes or no, objects, or arrays of
 * these. Values stay as they were written, so that a number means the same as in a query string; of
 * an object only its fields are kept, however long it is.
 */
final class JsonBody {

  private JsonBody() {}

  /**
   * @throws ProblemException naming the place where the body is not JSON, or not such an object
   */
  static void read(byte[] body, Arguments into) {
    try (JsonParser parser = Json.parser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject();
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        readField(name, parser, into);
      }
      if (parser.nextToken() != null) {
        throw notAnObject();
      }
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (IOException e) {
      throw new ProblemException(Problem.of(400, "broken-json", Msg.Problem.notUtf8()));
    }
  }

  private static void readField(String name, JsonParser parser, Arguments into) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      readValue(name, parser, into);
      return;
    }
    boolean empty = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      readValue(name, parser, into);
      empty = false;
    }
    if (empty) {
      into.addNothing(name);
    }
  }

  private static void readValue(String name, JsonParser parser, Arguments into) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      into.addObject(name, ConfigFields.read(parser));
    } else {
      readScalar(name, parser, into);
    }
  }

  private static void readScalar(String name, JsonParser parser, Arguments into)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric() || token.isBoolean()) {
      into.add(name, parser.getText());
      return;
    }
    String written = token.isScalarValue() ? parser.getText() : "";
    into.addFaulty(Fault.of(name, written, Msg.Fault.scalar()));
    parser.skipChildren();
  }

  private static ProblemException notAnObject() {
    return new ProblemException(Problem.of(400, "broken-json", Msg.Problem.notObject()));
  }

  private static ProblemException broken(JsonProcessingException e) {
    Message where =
        Msg.Problem.brokenJsonAt(
            e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
            e.getLocation() == null ? 1 : e.getLocation().getLineNr());
    return new ProblemException(Problem.of(400, "broken-json", where));
  }
}
