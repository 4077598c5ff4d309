package dev.gpuadvisor.cli;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.net.HttpReply;
import dev.gpuadvisor.net.HttpsCall;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An advisor that is deployed somewhere: the same API over HTTPS, or over HTTP on this machine.
 *
 * @param base without a slash at its end
 */
record DeployedAdvisor(String base, HttpsCall calls) implements Responder {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * @throws WrongLineException where the text is no address of one
   */
  static DeployedAdvisor at(String url) {
    String text = url.strip();
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null) {
        return new DeployedAdvisor(text, HttpsCall.trustingTheUsual());
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new WrongLineException(Msg.Cli.noAddress(url));
  }

  @Override
  public ApiResponse ask(ApiRequest request) throws IOException {
    int space = request.routeKey().indexOf(' ');
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    URI to = URI.create(base + request.routeKey().substring(space + 1) + query);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of(HttpsCall.host(to)));
    headers.put("User-Agent", List.of("gpu-advisor"));
    headers.put("Accept", List.of("*/*"));
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    HttpReply reply =
        request.routeKey().startsWith("POST ")
            ? calls.post(to, headers, request.body(), LIMIT)
            : calls.get(to, headers, LIMIT);
    return new ApiResponse(reply.status(), Map.of(), reply.body());
  }
}
