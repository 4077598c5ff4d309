package dev.gpuadvisor.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Parameters as JSON Schema, for documents that describe the operations. */
record ParameterSchemas(JsonGenerator json, Texts texts, Vocabulary vocabulary) {

  /** One parameter of a query or a path. */
  void parameter(Parameter<?> parameter, Arguments example) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", parameter.name());
    json.writeStringField("in", parameter.inPath() ? "path" : "query");
    json.writeBooleanField("required", parameter.required());
    json.writeStringField("description", description(parameter));
    if (parameter.repeatable()) {
      json.writeStringField("style", "form");
      json.writeBooleanField("explode", true);
    }
    schemaInQuery(parameter);
    List<String> values = example.get(parameter.name());
    if (!values.isEmpty()) {
      json.writeFieldName("example");
      exampleValue(parameter, values);
    }
    json.writeEndObject();
  }

  /** An object stands in a query as JSON, which OpenAPI calls content. */
  private void schemaInQuery(Parameter<?> parameter) throws IOException {
    Shape shape = parameter.type().shape(vocabulary);
    boolean isObject = shape instanceof Shape.AnyObject || shape instanceof Shape.Fields;
    if (isObject) {
      json.writeObjectFieldStart("content");
      json.writeObjectFieldStart("application/json");
    }
    json.writeFieldName("schema");
    schema(parameter, "");
    if (isObject) {
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  /** All parameters as the fields of an object. */
  void object(List<Parameter<?>> parameters) throws IOException {
    json.writeStartObject();
    List<Parameter<?>> required = parameters.stream().filter(Parameter::required).toList();
    write(new Shape.Fields(parameters, required));
    json.writeEndObject();
  }

  void exampleBody(List<Parameter<?>> parameters, Arguments example) throws IOException {
    json.writeStartObject();
    for (Parameter<?> parameter : parameters) {
      List<String> values = example.get(parameter.name());
      if (!values.isEmpty()) {
        json.writeFieldName(parameter.name());
        exampleValue(parameter, values);
      }
    }
    json.writeEndObject();
  }

  private void exampleValue(Parameter<?> parameter, List<String> values) throws IOException {
    if (!parameter.repeatable()) {
      scalar(parameter, values.get(0));
      return;
    }
    json.writeStartArray();
    for (String value : String.join(",", values).split(",")) {
      scalar(parameter, value);
    }
    json.writeEndArray();
  }

  /**
   * With its usual value in words. As a {@code default} of the schema, generated clients would send
   * it along with every question, and many belong to some questions only, or follow from others.
   */
  private String description(Parameter<?> parameter) {
    String description = texts.write(parameter.description());
    return parameter
        .defaultText(vocabulary)
        .map(usual -> texts.write(Msg.Openapi.withDefault(description, usual)))
        .orElse(description);
  }

  private void schema(Parameter<?> parameter, String description) throws IOException {
    json.writeStartObject();
    if (!description.isEmpty()) {
      json.writeStringField("description", description);
    }
    if (parameter.repeatable()) {
      json.writeStringField("type", "array");
      json.writeObjectFieldStart("items");
      write(parameter.type().shape(vocabulary));
      json.writeEndObject();
    } else {
      write(parameter.type().shape(vocabulary));
    }
    json.writeEndObject();
  }

  /** Those of an object. */
  private void write(Shape.Fields shape) throws IOException {
    json.writeStringField("type", "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeArrayFieldStart("required");
    for (Parameter<?> field : shape.required()) {
      json.writeString(field.name());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("properties");
    for (Parameter<?> field : shape.fields()) {
      json.writeFieldName(field.name());
      schema(field, description(field));
    }
    json.writeEndObject();
  }

  private void write(Shape shape) throws IOException {
    if (shape instanceof Shape.Text text) {
      json.writeStringField("type", "string");
      json.writeNumberField("maxLength", text.maxLength());
    } else if (shape instanceof Shape.Flag) {
      json.writeStringField("type", "boolean");
    } else if (shape instanceof Shape.Fields fields) {
      write(fields);
    } else if (shape instanceof Shape.AnyObject) {
      json.writeStringField("type", "object");
    } else if (shape instanceof Shape.Choice choice) {
      json.writeStringField("type", "string");
      json.writeArrayFieldStart("enum");
      for (String value : choice.values()) {
        json.writeString(value);
      }
      json.writeEndArray();
    } else if (shape instanceof Shape.Whole whole) {
      json.writeStringField("type", "integer");
      json.writeStringField("format", "int64");
      json.writeNumberField("minimum", whole.least());
      json.writeNumberField("maximum", whole.most());
    } else if (shape instanceof Shape.Decimal decimal) {
      json.writeStringField("type", "number");
      json.writeStringField("format", "double");
      json.writeNumberField("minimum", new BigDecimal(decimal.least()));
      json.writeNumberField("maximum", new BigDecimal(decimal.most()));
    }
  }

  /** Numbers and yes or no as JSON has them, anything else as text. */
  private void scalar(Parameter<?> parameter, String value) throws IOException {
    Shape shape = parameter.type().shape(vocabulary);
    if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
      json.writeNumber(new BigDecimal(value));
    } else if (shape instanceof Shape.Flag) {
      json.writeBoolean(Boolean.parseBoolean(value));
    } else {
      json.writeString(value);
    }
  }
}
