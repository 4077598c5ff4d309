package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.BreakEven;
import dev.gpuadvisor.advice.Change;
import dev.gpuadvisor.advice.Migration;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Saving;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.Optional;

/** What moving saves and changes, and how much there must be to do for it to pay. */
record MovingJson(JsonGenerator json, Texts texts) {

  void write(Migration migration) throws IOException {
    json.writeObjectFieldStart("migration");
    if (migration.from().name().isPresent()) {
      json.writeStringField("from", migration.from().name().get());
    }
    provider("from_provider", migration.from().offer());
    if (migration.from().rented().isPresent()) {
      json.writeNumberField("from_gpus", migration.from().rented().get().gpus());
      json.writeNumberField("from_replicas", migration.from().replicas());
    }
    json.writeStringField("to", migration.to().offer().id());
    json.writeStringField("to_provider", migration.to().offer().provider());
    json.writeNumberField("to_units", migration.to().worker().units());
    json.writeNumberField("to_gpus", migration.to().worker().gpus());
    if (migration.to().plan().isPresent()) {
      json.writeNumberField("to_replicas", migration.to().plan().get().replicas());
    }
    Json.number(json, "from_usd_per_hour", migration.from().usdPerHour());
    Json.number(json, "to_usd_per_hour", migration.to().bill().usdPerHour());
    Json.number(json, "from_usd_per_month", migration.saving().from().usdPerMonth());
    Json.number(json, "to_usd_per_month", migration.saving().to().usdPerMonth());
    Saving saving = migration.saving();
    if (saving.isOfRun()) {
      Json.number(json, "from_usd_per_run", Price.cents(saving.from().amount()));
      Json.number(json, "to_usd_per_run", Price.cents(saving.to().amount()));
    }
    json.writeObjectFieldStart("saving");
    if (migration.from().usdPerHour().signum() > 0) {
      Json.number(json, "percent", migration.percent());
    }
    Json.number(json, "usd_per_hour", migration.usdPerHour());
    Json.number(json, "usd_per_day", migration.usdPerDay());
    Json.number(json, "usd_per_month", migration.usdPerMonth());
    if (saving.isOfRun()) {
      Json.number(json, "usd_per_run", Price.cents(saving.usd()));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("changes");
    for (Change change : migration.changes()) {
      SourcesJson.said(json, change.kind().id(), change.text(), texts);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void write(BreakEven breakEven) throws IOException {
    json.writeObjectFieldStart("break_even");
    Json.number(json, "hours_per_month", breakEven.hoursPerMonth());
    if (breakEven.requestsPerDay().isPresent()) {
      Json.number(json, "requests_per_day", breakEven.requestsPerDay().get());
    }
    write("scales_to_zero", breakEven.scalesToZero());
    write("always_on", breakEven.alwaysOn());
    json.writeStringField("text", texts.write(breakEven.text()));
    json.writeEndObject();
  }

  private void write(String name, BreakEven.Side side) throws IOException {
    json.writeObjectFieldStart(name);
    if (side.offer().isPresent()) {
      json.writeStringField("offer", side.offer().get().id());
    }
    provider("provider", side.offer());
    if (side.gpus().isPresent()) {
      json.writeNumberField("gpus", side.gpus().get());
    }
    Json.number(json, "usd_per_hour", side.usdPerHour());
    Json.number(json, "billed_hours_per_month", side.billedHoursPerMonth());
    Json.number(json, "usd_per_month", side.usdPerMonth());
    json.writeEndObject();
  }

  private void provider(String name, Optional<Offer> offer) throws IOException {
    if (offer.isPresent()) {
      json.writeStringField(name, offer.get().provider());
    }
  }
}
