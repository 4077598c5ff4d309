package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where prices come from and how old they are, and what to know besides. */
final class SourcesJson {

  private SourcesJson() {}

  static void exchange(JsonGenerator json, Optional<Exchange> exchange) throws IOException {
    if (exchange.isPresent()) {
      json.writeObjectFieldStart("exchange");
      json.writeStringField("currency", exchange.get().currency());
      Json.number(json, "usd_per_unit", exchange.get().usdPerUnit());
      json.writeEndObject();
    }
  }

  static void priceLists(JsonGenerator json, List<PriceList> lists, LocalDate today)
      throws IOException {
    json.writeArrayFieldStart("price_lists");
    for (PriceList list : lists) {
      json.writeStartObject();
      json.writeStringField("provider", list.provider());
      json.writeStringField("name", list.name());
      json.writeStringField("as_of", list.asOf().toString());
      if (list.isSeenAgain()) {
        json.writeStringField("last_seen", list.lastSeen().toString());
      }
      json.writeNumberField("age_days", list.ageInDays(today));
      json.writeStringField("kind", Json.name(list.kind()));
      json.writeNumberField("age_limit_days", list.kind().ageLimitDays(Market.ON_DEMAND));
      json.writeStringField("currency", list.currency());
      json.writeStringField("source", list.source());
      json.writeStringField("billing", Json.name(list.terms().billing()));
      TermsJson.write(json, list.terms());
      if (!list.provenance().unverified().isEmpty()) {
        Json.strings(json, "unverified", list.provenance().unverified());
      }
      if (!list.provenance().note().isEmpty()) {
        json.writeStringField("note", list.provenance().note());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void notes(JsonGenerator json, List<Note> notes, Texts texts) throws IOException {
    json.writeArrayFieldStart("notes");
    for (Note note : notes) {
      said(json, note.code().id(), note.text(), texts);
    }
    json.writeEndArray();
  }

  /** A text, and what it is about. */
  static void said(JsonGenerator json, String code, Message text, Texts texts) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", code);
    json.writeStringField("text", texts.write(text));
    json.writeEndObject();
  }
}
