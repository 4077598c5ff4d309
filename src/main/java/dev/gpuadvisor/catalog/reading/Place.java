package dev.gpuadvisor.catalog.reading;

/** Where in the catalogue a value stands, for the message about it. */
record Place(String file, String entry, String field) {

  Place entry(String id) {
    return new Place(file, id, "");
  }

  /** The field inside this place; fields of nested objects are joined with a dot. */
  Place field(String name) {
    return new Place(file, entry, field.isEmpty() ? name : field + "." + name);
  }

  CatalogException fault(String what) {
    StringBuilder message = new StringBuilder(file);
    if (!entry.isEmpty()) {
      message.append(", entry '").append(entry).append('\'');
    }
    if (!field.isEmpty()) {
      message.append(", field '").append(field).append('\'');
    }
    return new CatalogException(message.append(": ").append(what).toString());
  }
}
