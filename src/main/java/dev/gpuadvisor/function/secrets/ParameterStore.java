package dev.gpuadvisor.function.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.net.HttpReply;
import dev.gpuadvisor.net.HttpsCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** The one call of AWS Systems Manager that the function makes. */
final class ParameterStore {

  /** Slack waits for three seconds in all. */
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  private static final JsonFactory JSON = new JsonFactory();

  private final AwsAccess access;
  private final Clock clock;

  ParameterStore(AwsAccess access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * The decrypted value.
   *
   * @throws IOException also if there is no such parameter, or if it may not be read
   */
  String read(String name) throws IOException {
    byte[] question = question(name);
    HttpReply reply =
        HttpsCall.trustingTheUsual()
            .post(
                access.endpoint().resolve("/"),
                new RequestSigner(access, clock).sign(question),
                question,
                LIMIT);
    if (reply.status() != 200) {
      throw new IOException(
          name + ": status " + reply.status() + " " + text(reply.body(), "", "__type"));
    }
    String value = text(reply.body(), "Parameter", "Value");
    if (value.isEmpty()) {
      throw new IOException(name + " has no value");
    }
    return value;
  }

  private static byte[] question(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("Name", name);
      json.writeBooleanField("WithDecryption", true);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * A text in the object that {@code parent} names, or in the outermost one; empty if there is
   * none.
   */
  private static String text(byte[] document, String parent, String name) throws IOException {
    try (JsonParser json = JSON.createParser(document)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String field; (field = json.nextFieldName()) != null; ) {
        JsonToken token = json.nextToken();
        if (field.equals(parent) && token == JsonToken.START_OBJECT) {
          parent = ""; // go on inside of it
        } else if (parent.isEmpty() && field.equals(name) && token == JsonToken.VALUE_STRING) {
          return json.getText();
        } else {
          json.skipChildren();
        }
      }
      return "";
    } catch (JsonProcessingException e) {
      return ""; // its message would quote the document
    }
  }
}
