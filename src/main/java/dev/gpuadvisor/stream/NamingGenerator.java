package dev.gpuadvisor.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes what is constant or plain without looking at it twice. Keeps field names as they are
 * encoded: an answer has hundreds of them, always the same, and escaping and encoding them anew is
 * a fifth of the time that an answer takes to write. Names are constants of the views, never a
 * caller's, so that there are only so many.
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

  /** As a block where nothing in it has to be escaped, as in nearly all texts of an answer. */
  @Override
  public void writeString(String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    if (utf8.length == text.length() && isPlain(utf8)) {
      delegate.writeRawUTF8String(utf8, 0, utf8.length);
    } else {
      delegate.writeString(text);
    }
  }

  /** A question mark may stand for half of a character that Java could not encode. */
  private static boolean isPlain(byte[] ascii) {
    for (byte b : ascii) {
      if (b < ' ' || b == '"' || b == '\\' || b == '?') {
        return false;
      }
    }
    return true;
  }
}
