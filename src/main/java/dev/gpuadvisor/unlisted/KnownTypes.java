package dev.gpuadvisor.unlisted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Architectures by the {@code model_type} of their configurations. */
final class KnownTypes {

  private static final Map<String, Architecture> BY_NAME = byName();

  private KnownTypes() {}

  private static Map<String, Architecture> byName() {
    Map<String, Architecture> byName = new HashMap<>();
    for (Architecture architecture : Architecture.values()) {
      architecture.names().forEach(name -> byName.put(name, architecture));
    }
    return byName;
  }

  /** {@link Architecture#OTHER} where it is not known. */
  static Architecture of(String modelType) {
    return BY_NAME.getOrDefault(modelType, Architecture.OTHER);
  }

  static List<String> all() {
    return BY_NAME.keySet().stream().sorted().toList();
  }
}
