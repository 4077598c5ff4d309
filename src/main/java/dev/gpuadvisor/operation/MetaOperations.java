package dev.gpuadvisor.operation;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.stream.Json;
import java.util.List;

/** What the API says of itself. */
final class MetaOperations {

  private MetaOperations() {}

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
              json.writeNumberField("models", BundledCatalog.catalog().models().all().size());
              json.writeNumberField("offers", BundledCatalog.catalog().offers().all().size());
              json.writeEndObject();
            });
    return Content.passing("application/json", body);
  }
}
