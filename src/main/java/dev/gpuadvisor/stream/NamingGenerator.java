package dev.gpuadvisor.stream;

import static dev.gpuadvisor.stream.EightBytes.ONES;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
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

  private static final Map<String, SerializableString> ENCODED = new ConcurrentHashMap<>();
  private static final long SPACES = ' ' * ONES;
  private static final long QUESTION_MARKS = '?' * ONES;

  NamingGenerator(JsonGenerator generator) {
    super(generator);
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    SerializableString encoded = ENCODED.get(name);
    if (encoded == null) {
      encoded = ENCODED.computeIfAbsent(name, FieldName::new);
    }
    delegate.writeFieldName(encoded);
  }

  /** As a block where nothing in it has to be escaped, as in nearly all texts of an answer. */
  @Override
  public void writeString(String text) throws IOException {
    byte[] utf8 = text.getBytes(UTF_8);
    if (isPlain(utf8)) {
      delegate.writeRawUTF8String(utf8, 0, utf8.length);
    } else {
      delegate.writeString(text);
    }
  }

  /** A question mark may stand for half of a character that Java could not encode. */
  private static boolean isPlain(byte[] utf8) {
    int at = 0;
    for (; utf8.length - at >= Long.BYTES; at += Long.BYTES) {
      long eight = (long) EightBytes.OF.get(utf8, at);
      long quotes = eight ^ EightBytes.QUOTES;
      long backslashes = eight ^ EightBytes.BACKSLASHES;
      long questionMarks = eight ^ QUESTION_MARKS;
      // Each term's high bits: bytes below a space, or that are zero; right up to the first one.
      long found =
          ((eight - SPACES) & ~eight)
              | ((quotes - ONES) & ~quotes)
              | ((backslashes - ONES) & ~backslashes)
              | ((questionMarks - ONES) & ~questionMarks);
      if ((found & EightBytes.HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; at < utf8.length; at++) {
      byte b = utf8[at];
      if ((b >= 0 && b < ' ') || b == '"' || b == '\\' || b == '?') {
        return false;
      }
    }
    return true;
  }
}
