package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Offers as the catalogue has them. */
public record OfferJson(JsonGenerator json, Usage usage, Optional<Exchange> exchange) {

  /**
   * @param offers that are shown, of so many
   */
  public void write(List<Offer> offers, int count, List<PriceList> lists, LocalDate today)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count);
    json.writeArrayFieldStart("offers");
    for (Offer offer : offers) {
      json.writeStartObject();
      writeFields(offer);
      json.writeEndObject();
    }
    json.writeEndArray();
    SourcesJson.exchange(json, exchange);
    SourcesJson.priceLists(json, lists, today);
    json.writeEndObject();
  }

  public void write(Offer offer, PriceList list, LocalDate today) throws IOException {
    json.writeStartObject();
    writeFields(offer);
    if (list.history(offer).isPresent()) {
      HistoryJson.write(json, list.history(offer).get(), today);
    }
    SourcesJson.exchange(json, exchange);
    SourcesJson.priceLists(json, List.of(list), today);
    json.writeEndObject();
  }

  private void writeFields(Offer offer) throws IOException {
    json.writeStringField("id", offer.id());
    json.writeStringField("provider", offer.provider());
    json.writeNumberField("gpus", offer.gpus());
    json.writeNumberField("max_units", offer.maxUnits());
    json.writeNumberField("nominal_gb", offer.nominalGb());
    Json.gib(json, "usable_gib", offer.worstCard().reportedBytes() * offer.gpus());
    PriceJson.write(json, Bill.of(offer, usage), exchange);
    json.writeStringField("billing", Json.name(offer.terms().billing()));
    TermsJson.write(json, offer.terms());
    json.writeStringField("supply", Json.name(offer.supply()));
    if (offer.stock().asOf().isPresent()) {
      json.writeStringField("supply_as_of", offer.stock().asOf().get().toString());
    }
    json.writeStringField("tier", Json.name(offer.tier()));
    TermsJson.write(json, offer.sale(), offer.terms());
    if (offer.asOf().isPresent()) {
      json.writeStringField("as_of", offer.asOf().get().toString());
    }
    json.writeArrayFieldStart("cards");
    for (Card card : offer.cards()) {
      write(card);
    }
    json.writeEndArray();
    ProvenanceJson.write(json, offer.provenance());
  }

  private void write(Card card) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", card.id());
    json.writeStringField("name", card.name());
    json.writeStringField("architecture", card.architecture());
    json.writeNumberField("reported_mib", card.reportedMib());
    json.writeNumberField("bandwidth_gb_per_second", card.bandwidthGbPerSecond());
    Json.number(json, "fp16_tflops", BigDecimal.valueOf(card.fp16Tflops()));
    json.writeBooleanField("fp8", card.supportsFp8());
    ProvenanceJson.write(json, card.provenance());
    json.writeEndObject();
  }
}
