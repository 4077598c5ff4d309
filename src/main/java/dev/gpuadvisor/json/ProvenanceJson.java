package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;

/** Where an entry's values come from, and which of them no source confirms. */
final class ProvenanceJson {

  private ProvenanceJson() {}

  static void write(JsonGenerator json, Provenance provenance) throws IOException {
    Json.strings(json, "sources", provenance.sources());
    if (!provenance.unverified().isEmpty()) {
      Json.strings(json, "unverified", provenance.unverified());
    }
    if (!provenance.note().isEmpty()) {
      json.writeStringField("note", provenance.note());
    }
  }
}
