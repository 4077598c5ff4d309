package dev.gpuadvisor.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps field names as they are encoded: an answer has hundreds of them, always the same, and
 * escaping and encoding them anew is a fifth of the time that an answer takes to write. Names are
 * constants of the views, never a caller's, so that there are only so many.
 */
final class NamingGenerator extends JsonGeneratorDelegate {

  private static final Map<String, SerializedString> ENCODED = new ConcurrentHashMap<>();

  NamingGenerator(JsonGenerator generator) {
    super(generator);
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    SerializedString encoded = ENCODED.get(name);
    if (encoded == null) {
      encoded = ENCODED.computeIfAbsent(name, SerializedString::new);
    }
    delegate.writeFieldName(encoded);
  }
}
