package dev.gpuadvisor.api.operation;

import dev.gpuadvisor.api.json.Json;
import dev.gpuadvisor.catalog.Catalog;
import java.util.List;

/** What the API says of itself. */
final class Documents {

  private Documents() {}

  static Content openApi(Call call, List<Operation> operations) {
    call.inputs().requireValid();
    return Content.json(json -> new OpenApi(json, call, operations).write());
  }

  static Content accuracy(Call call) {
    call.inputs().requireValid();
    return Content.cacheable("application/json", AccuracySummary.BYTES);
  }

  static Content health(Call call) {
    call.inputs().requireValid();
    byte[] body =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("status", "ok");
              json.writeNumberField("models", Catalog.bundled().models().all().size());
              json.writeNumberField("offers", Catalog.bundled().offers().all().size());
              json.writeEndObject();
            });
    return Content.passing("application/json", body);
  }
}
