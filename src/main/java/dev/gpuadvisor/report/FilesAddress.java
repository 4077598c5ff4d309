package dev.gpuadvisor.report;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.parameter.Parameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the files of the same question are asked for. */
final class FilesAddress {

  private static final String FORMAT = Parameters.FORMAT.name() + "=";

  private FilesAddress() {}

  /** Empty for a question that came in a body, or by no address at all, as in a terminal. */
  static Optional<String> of(ApiRequest request) {
    if (request.base().isEmpty() || request.routeKey().startsWith("POST")) {
      return Optional.empty();
    }
    String query =
        Arrays.stream(request.rawQuery().split("&"))
            .filter(pair -> !pair.startsWith(FORMAT))
            .collect(Collectors.joining("&"));
    return Optional.of(encoded(request.base() + "/v1/launch?" + query));
  }

  /** What an address may not have is not in it, whatever the caller sent. */
  private static String encoded(String address) {
    StringBuilder safe = new StringBuilder(address.length());
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~%:/?=&,+@".indexOf(c) >= 0;
      if (plain) {
        safe.append(c);
      } else if (c < 0x80) {
        safe.append(String.format("%%%02X", (int) c));
      }
    }
    return safe.toString();
  }
}
