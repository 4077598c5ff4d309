package dev.gpuadvisor.operation;

import dev.gpuadvisor.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an operation answers.
 *
 * @param headers besides the content type and those of caching, names in lower case
 * @param cacheable whether the same question gets the same bytes until the day ends
 * @param summary the same in a few sentences, written for whoever asks for them
 */
public record Content(
    int status,
    String contentType,
    byte[] body,
    Map<String, String> headers,
    boolean cacheable,
    Supplier<List<Message>> summary) {

  private static final int OK = 200;
  private static final Supplier<List<Message>> NO_SUMMARY = List::of;

  public static Content json(byte[] body) {
    return cacheable("application/json", body);
  }

  /** The same question gets the same bytes until the day ends. */
  public static Content cacheable(String contentType, byte[] body) {
    return new Content(OK, contentType, body, Map.of(), true, NO_SUMMARY);
  }

  /** Nobody may keep it. */
  public static Content passing(String contentType, byte[] body) {
    return passing(OK, contentType, body);
  }

  public static Content passing(int status, String contentType, byte[] body) {
    return new Content(status, contentType, body, Map.of(), false, NO_SUMMARY);
  }

  /** With these headers besides those that it has. */
  public Content with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new Content(status, contentType, body, Map.copyOf(all), cacheable, summary);
  }

  /**
   * @param sentences written for whoever asks for them
   */
  public Content summarized(Supplier<List<Message>> sentences) {
    return new Content(status, contentType, body, headers, cacheable, sentences);
  }
}
