package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.stream.Json;
import java.util.List;

/** What the API says of itself. */
final class MetaOperations {

  private MetaOperations() {}

  static Content openApi(Vocabulary vocabulary, Call call, List<Endpoint> endpoints) {
    return call.json(json -> new OpenApi(json, vocabulary, call, endpoints).write());
  }

  static Content llms(Catalog catalog, Call call, List<Endpoint> endpoints) {
    return Content.cacheable("text/plain; charset=utf-8", new LlmsText(call, endpoints).bytes());
  }

  static Content accuracy(Catalog catalog, Call call) {
    return Content.json(AccuracySummary.BYTES);
  }

  static Content health(Catalog catalog, Call call) {
    byte[] body =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("status", "ok");
              json.writeNumberField("models", catalog.models().all().size());
              json.writeNumberField("offers", catalog.offers().all().size());
              json.writeEndObject();
            });
    return Content.passing("application/json", body);
  }
}
