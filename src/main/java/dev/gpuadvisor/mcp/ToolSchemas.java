package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a tool takes, in few words: the list of tools is read by a model before each question. What
 * is often needed has a property; the rest is named, and told in a resource.
 */
record ToolSchemas(JsonGenerator json, Texts texts, Vocabulary vocabulary) {

  /** More values are not worth naming: a wrong one is answered with those that are allowed. */
  private static final int MOST_VALUES = 8;

  /**
   * @param more what is said of the parameters that are rarely needed
   */
  void write(List<Parameter<?>> main, Optional<Message> more) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (Parameter<?> parameter : main) {
      json.writeObjectFieldStart(parameter.name());
      write(parameter);
      json.writeEndObject();
    }
    if (more.isPresent()) {
      json.writeObjectFieldStart(ToolArguments.MORE);
      json.writeStringField("type", "object");
      json.writeStringField("description", texts.write(more.get()));
      json.writeEndObject();
    }
    json.writeObjectFieldStart(ToolArguments.DETAIL);
    json.writeArrayFieldStart("enum");
    json.writeString("brief");
    json.writeString("full");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("required");
    for (Parameter<?> parameter : main) {
      if (parameter.required()) {
        json.writeString(parameter.name());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Parameter<?> parameter) throws IOException {
    json.writeStringField("description", texts.write(parameter.label()));
    if (!parameter.repeatable()) {
      type(parameter.type().shape(vocabulary));
      return;
    }
    json.writeStringField("type", "array");
    json.writeObjectFieldStart("items");
    type(parameter.type().shape(vocabulary));
    json.writeEndObject();
  }

  private void type(Shape shape) throws IOException {
    if (shape instanceof Shape.Choice choice && choice.values().size() <= MOST_VALUES) {
      json.writeArrayFieldStart("enum");
      for (String value : choice.values()) {
        json.writeString(value);
      }
      json.writeEndArray();
      return;
    }
    json.writeStringField("type", name(shape));
  }

  private static String name(Shape shape) {
    if (shape instanceof Shape.Whole) {
      return "integer";
    }
    if (shape instanceof Shape.Decimal) {
      return "number";
    }
    if (shape instanceof Shape.Flag) {
      return "boolean";
    }
    boolean isObject = shape instanceof Shape.AnyObject || shape instanceof Shape.Fields;
    return isObject ? "object" : "string";
  }
}
