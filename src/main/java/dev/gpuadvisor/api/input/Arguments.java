package dev.gpuadvisor.api.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a caller gave, by name, in the order given; not yet understood. */
public final class Arguments {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  public Arguments add(String name, String value) {
    values.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
    return this;
  }

  Set<String> names() {
    return values.keySet();
  }

  public List<String> get(String name) {
    return values.getOrDefault(name, List.of());
  }
}
