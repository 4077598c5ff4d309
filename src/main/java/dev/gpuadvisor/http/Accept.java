package dev.gpuadvisor.http;

import java.util.Locale;
import java.util.Map;

/** How much a client wants a media type, by its {@code Accept} header (RFC 9110, 12.5.1). */
public final class Accept {

  /** What one client is answered is not what a cache may answer another. */
  public static final Map<String, String> VARY = Map.of("vary", "accept");

  private Accept() {}

  /**
   * What the most specific range that covers a type says of it; 0 where none does.
   *
   * @param request of which a missing header says nothing against any type
   * @param type such as {@code text/html}
   */
  public static double quality(ApiRequest request, String type) {
    String accept = request.headers().getOrDefault("accept", "");
    return accept.isBlank() ? 1 : quality(accept, type);
  }

  private static double quality(String accept, String type) {
    double quality = 0;
    int specific = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.split(";", -1);
      int matched = matched(parts[0].strip(), type);
      if (matched > specific) {
        specific = matched;
        quality = quality(parts);
      }
    }
    return quality;
  }

  /** How much of a type a range names: all of it, one half, or none; 0 where it is another. */
  private static int matched(String range, String type) {
    if (range.equals(type)) {
      return 3;
    }
    boolean half = range.equals(type.substring(0, type.indexOf('/') + 1) + "*");
    return half ? 2 : range.equals("*/*") ? 1 : 0;
  }

  /** 1 where a range has none, or one that is no number. */
  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return weight(parameter.substring(2).strip());
      }
    }
    return 1;
  }

  private static double weight(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    try {
      return plain ? Double.parseDouble(text) : 1;
    } catch (NumberFormatException e) {
      return 1; // more points than one
    }
  }
}
