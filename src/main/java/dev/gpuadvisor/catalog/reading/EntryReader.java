package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Capability;
import dev.gpuadvisor.catalog.Provenance;
import java.util.List;

/** What every kind of entry has in common. */
final class EntryReader {

  private EntryReader() {}

  static Provenance provenance(Entry entry) {
    Entry provenance = entry.object("provenance");
    Provenance read =
        new Provenance(
            provenance.texts("sources", 0),
            provenance.texts("unverified", 0),
            provenance.note("note"));
    provenance.end();
    return read;
  }

  /** A measure of at most 1. */
  static double share(Entry entry, String field) {
    double share = entry.measure(field);
    if (share > 1) {
      throw entry.fault(field, "must be at most 1");
    }
    return share;
  }

  /** Puts an entry into its index; a name that is taken becomes a fault of the id's field. */
  static void index(Entry entry, String idField, Runnable addition) {
    try {
      addition.run();
    } catch (IllegalArgumentException e) {
      throw entry.fault(idField, e.getMessage());
    }
  }

  /** The list that a file holds under one name, besides the schema that it declares. */
  static List<Entry> entries(Entry file, String field) {
    file.text("$schema");
    List<Entry> entries = file.entries(field);
    file.end();
    return entries;
  }

  /**
   * @param field that the text belongs to
   */
  static Capability capability(Entry entry, String field, String text) {
    return Capability.parse(text)
        .orElseThrow(() -> entry.fault(field, "must be a capability such as 8.6"));
  }
}
