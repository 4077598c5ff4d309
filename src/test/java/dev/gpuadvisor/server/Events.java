package dev.gpuadvisor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.http.ApiRequest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Requests as a function URL hands them over: payload 2.0, route {@code $default}. */
final class Events {

  private Events() {}

  static String of(ApiRequest request, boolean base64) {
    String[] route = request.routeKey().split(" ", 2);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", route[1]).put("rawQueryString", request.rawQuery());
    ObjectNode headers = event.putObject("headers");
    request.headers().forEach(headers::put);
    ObjectNode context = event.putObject("requestContext").put("stage", "$default");
    context.putObject("http").put("method", route[0]).put("path", route[1]);
    if (request.body().length > 0) {
      event.put(
          "body",
          base64
              ? Base64.getEncoder().encodeToString(request.body())
              : new String(request.body(), UTF_8));
    }
    return event.put("isBase64Encoded", base64).toString();
  }

  static Map<String, String> headers(Response response) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.headers()) {
      headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }
}
