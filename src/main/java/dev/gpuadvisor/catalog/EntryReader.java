package dev.gpuadvisor.catalog;

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

  /** Adds an entry under its names; a name that is taken is a fault of its field. */
  static <T> void index(NameIndex.Builder<T> index, T value, Entry entry, List<String> otherNames) {
    try {
      index.add(value, entry.text("id"), otherNames);
    } catch (IllegalArgumentException e) {
      throw entry.fault("id", e.getMessage());
    }
  }

  /** The list that a file holds under one name, besides the schema that it declares. */
  static List<Entry> entries(Entry file, String field) {
    file.text("$schema");
    List<Entry> entries = file.entries(field);
    file.end();
    return entries;
  }
}
