package dev.gpuadvisor.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.json.ProblemJson;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;

/**
 * The OpenAPI 3.1 document, made from the table of operations. Its examples are answers: each
 * operation is called with its example query.
 */
public record OpenApi(
    JsonGenerator json, Vocabulary vocabulary, Call call, List<Endpoint> endpoints) {

  /** Of the API, whatever protocol it is asked by. */
  public static final String VERSION = "1";

  private static final Texts TEXTS = Texts.in(Language.EN);

  void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("openapi", "3.1.0");
    json.writeObjectFieldStart("info");
    json.writeStringField("title", "GPU Advisor");
    json.writeStringField("version", VERSION);
    json.writeStringField("description", TEXTS.write(Msg.Openapi.description()));
    json.writeEndObject();
    json.writeObjectFieldStart("paths");
    for (Endpoint endpoint : endpoints) {
      if (endpoint instanceof Operation<?> operation) {
        writePath(operation);
      }
    }
    json.writeEndObject();
    json.writeFieldName("components");
    AnswerSchemas.writeComponents(json);
    json.writeEndObject();
  }

  private void writePath(Operation<?> operation) throws IOException {
    json.writeObjectFieldStart(operation.path());
    for (Operation.Method method : operation.methods()) {
      boolean post = method == Operation.Method.POST;
      json.writeObjectFieldStart(post ? "post" : "get");
      json.writeStringField("operationId", operation.id() + (post ? "ByPost" : ""));
      json.writeStringField("summary", TEXTS.write(summary(operation.id())));
      writeInput(operation, post);
      writeResponses(operation);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** What an operation does, in a few words. */
  static Message summary(String operation) {
    return switch (operation) {
      case "recommend" -> Msg.Operation.recommend();
      case "estimate" -> Msg.Operation.estimate();
      case "compare" -> Msg.Operation.compare();
      case "readLog" -> Msg.Operation.readLog();
      case "report" -> Msg.Operation.report();
      case "launch" -> Msg.Operation.launch();
      case "listOffers" -> Msg.Operation.listOffers();
      case "showOffer" -> Msg.Operation.showOffer();
      case "listModels" -> Msg.Operation.listModels();
      case "showModel" -> Msg.Operation.showModel();
      case "badge" -> Msg.Operation.badge();
      case "priceFeed" -> Msg.Operation.priceFeed();
      case "llms" -> Msg.Operation.llms();
      case "openapi" -> Msg.Operation.openapi();
      case "accuracy" -> Msg.Operation.accuracy();
      case "health" -> Msg.Operation.health();
      default -> throw new IllegalArgumentException("no text describes " + operation);
    };
  }

  private void writeInput(Operation<?> operation, boolean post) throws IOException {
    Arguments example = example(operation);
    if (post) {
      json.writeObjectFieldStart("requestBody");
      json.writeBooleanField("required", true);
      json.writeObjectFieldStart("content");
      json.writeObjectFieldStart("application/json");
      json.writeFieldName("schema");
      schemas().object(operation.parameters());
      json.writeFieldName("example");
      schemas().exampleBody(operation.parameters(), example);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
      return;
    }
    json.writeArrayFieldStart("parameters");
    for (Parameter<?> parameter : operation.parameters()) {
      schemas().parameter(parameter, example);
    }
    json.writeEndArray();
  }

  private void writeResponses(Operation<?> operation) throws IOException {
    json.writeObjectFieldStart("responses");
    json.writeObjectFieldStart("200");
    json.writeStringField("description", "OK");
    json.writeObjectFieldStart("content");
    for (String mediaType : operation.mediaTypes()) {
      writeAnswer(operation, mediaType);
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("default");
    json.writeStringField("description", TEXTS.write(Msg.Openapi.problem()));
    json.writeObjectFieldStart("content");
    json.writeObjectFieldStart(ProblemJson.CONTENT_TYPE);
    writeSchemaReference("Problem");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeAnswer(Operation<?> operation, String mediaType) throws IOException {
    json.writeObjectFieldStart(mediaType);
    boolean isJson = mediaType.equals("application/json");
    if (isJson && operation.parameters().contains(LookupParameters.FIELDS)) {
      writeWholeOrPart(operation.schema(mediaType));
    } else {
      writeSchemaReference(operation.schema(mediaType));
    }
    boolean containsItself = operation.id().equals("openapi");
    if (isJson && !containsItself) {
      json.writeFieldName("example");
      json.writeRawValue(new String(answer(operation), UTF_8).strip());
    }
    json.writeEndObject();
  }

  /**
   * {@code fields} leaves out what the whole answer requires: a client that knows nothing but the
   * whole would refuse a part.
   */
  private void writeWholeOrPart(String name) throws IOException {
    json.writeObjectFieldStart("schema");
    json.writeArrayFieldStart("anyOf");
    for (String each : List.of(name, "Part")) {
      json.writeStartObject();
      writeReference(each);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeSchemaReference(String name) throws IOException {
    json.writeObjectFieldStart("schema");
    writeReference(name);
    json.writeEndObject();
  }

  private void writeReference(String name) throws IOException {
    json.writeStringField("$ref", "#/components/schemas/" + name);
  }

  private byte[] answer(Operation<?> operation) {
    return operation.answer(example(operation), call.request(), call.today()).body();
  }

  private ParameterSchemas schemas() {
    return new ParameterSchemas(json, TEXTS, vocabulary);
  }

  private static Arguments example(Operation<?> operation) {
    Arguments arguments = new Arguments();
    FormEncoding.read(operation.example(), arguments);
    return arguments;
  }
}
