package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** What an assistant may read at leisure: lists that no answer should carry. */
record Resources(List<Resource> all) {

  private static final Texts TEXTS = Texts.in(Language.EN);
  private static final String SCHEME = "gpu-advisor://";

  /**
   * @param text written when it is read
   */
  record Resource(
      String name, Message title, Message description, String mediaType, Supplier<String> text) {

    String uri() {
      return SCHEME + name;
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("uri", uri());
      json.writeStringField("name", name);
      json.writeStringField("title", TEXTS.write(title));
      json.writeStringField("description", TEXTS.write(description));
      json.writeStringField("mimeType", mediaType);
      json.writeEndObject();
    }

    void writeContents(JsonGenerator json) throws IOException {
      json.writeArrayFieldStart("contents");
      json.writeStartObject();
      json.writeStringField("uri", uri());
      json.writeStringField("mimeType", mediaType);
      json.writeStringField("text", text.get());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  static Resources of(Operations operations) {
    Catalog catalog = operations.questions().catalog();
    Vocabulary english = operations.questions().vocabulary(Language.EN);
    return new Resources(
        List.of(
            new Resource(
                "parameters",
                Msg.Mcp.resourceParametersTitle(),
                Msg.Mcp.resourceParameters(),
                "text/plain",
                () -> parameters(operations.questions().table().all(), english)),
            new Resource(
                "models",
                Msg.Mcp.resourceModelsTitle(),
                Msg.Mcp.resourceModels(),
                "text/csv",
                () -> models(catalog.models().all())),
            new Resource(
                "offers",
                Msg.Mcp.resourceOffersTitle(),
                Msg.Mcp.resourceOffers(),
                "text/csv",
                () -> offers(catalog.offers().all()))));
  }

  /**
   * @param uri null for none
   */
  Optional<Resource> at(String uri) {
    return all.stream().filter(resource -> resource.uri().equals(uri)).findFirst();
  }

  void writeAll(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("resources");
    for (Resource resource : all) {
      resource.write(json);
    }
    json.writeEndArray();
  }

  private static String parameters(List<Parameter<?>> parameters, Vocabulary vocabulary) {
    StringJoiner lines = new StringJoiner("\n");
    for (Parameter<?> parameter : parameters) {
      String usual = parameter.defaultText(vocabulary).map(value -> " [" + value + "]").orElse("");
      lines.add(parameter.name() + usual + ": " + TEXTS.write(parameter.description()));
    }
    return lines.toString();
  }

  private static String models(List<Model> models) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("id,hugging_face_id,parameters");
    for (Model model : models) {
      lines.add(model.id() + "," + model.huggingFaceId() + "," + model.parameters());
    }
    return lines.toString();
  }

  private static String offers(List<Offer> offers) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("id,provider,gpus,nominal_gb,usd_per_hour");
    for (Offer offer : offers) {
      lines.add(
          String.join(
              ",",
              offer.id(),
              offer.provider(),
              Integer.toString(offer.gpus()),
              Integer.toString(offer.nominalGb()),
              offer.usdPerHour().toPlainString()));
    }
    return lines.toString();
  }
}
