package dev.gpuadvisor.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How events are read and answers written. */
final class EventJson {

  /** Of one text in an event: a body of 4 MiB in base64; in UTF-16 units. */
  static final int MAX_TEXT = 5_600_000;

  /**
   * Interned names are never given back in a native image, and callers choose the names of headers;
   * a collision of hashes that they provoke is slow, but no reason to fail.
   */
  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_TEXT)
                  .maxNestingDepth(100)
                  .build())
          .build();

  private EventJson() {}
}
