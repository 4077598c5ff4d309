package dev.gpuadvisor.function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is read of a payload-2.0 event; everything else in it is skipped. */
final class GatewayEvent {

  private static final byte[] NO_BODY = {};

  private String routeKey;
  private String rawPath;
  private String rawQuery = "";
  private String method;
  private String stage;
  private String domain;
  private String body;
  private boolean base64;
  private Map<String, String> pathParameters = Map.of();
  private Map<String, String> headers = Map.of();

  private GatewayEvent() {}

  static ApiRequest read(InputStream json) throws UnreadableEventException {
    GatewayEvent event = new GatewayEvent();
    try (JsonParser parser = EventJson.FACTORY.createParser(json)) {
      event.readFrom(parser);
    } catch (StreamConstraintsException e) {
      throw new UnreadableEventException(413, "body-too-large", Msg.Event.tooLarge());
    } catch (IOException | RuntimeException e) {
      throw UnreadableEventException.because(Msg.Event.notJson());
    }
    return event.request();
  }

  private void readFrom(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not an object");
    }
    for (String name; (name = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (name) {
        case "routeKey" -> routeKey = text(json);
        case "rawPath" -> rawPath = text(json);
        case "rawQueryString" -> rawQuery = text(json);
        case "headers" -> headers = texts(json, true);
        case "pathParameters" -> pathParameters = texts(json, false);
        case "body" -> body = text(json);
        case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
        case "requestContext" -> readContext(json);
        default -> json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw new IOException("more than one value");
    }
  }

  private void readContext(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name; (name = json.nextFieldName()) != null; ) {
      json.nextToken();
      switch (name) {
        case "stage" -> stage = text(json);
        case "domainName" -> domain = text(json);
        case "http" -> method = texts(json, false).get("method");
        default -> json.skipChildren();
      }
    }
  }

  private static Map<String, String> texts(JsonParser json, boolean lowerCase) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return Map.of();
    }
    Map<String, String> texts = new HashMap<>();
    for (String name; (name = json.nextFieldName()) != null; ) {
      json.nextToken();
      String value = text(json);
      if (value != null) {
        texts.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, value);
      }
    }
    return texts;
  }

  /** Null where there is none: a list, an object or JSON's null. */
  private static String text(JsonParser json) throws IOException {
    json.skipChildren();
    return json.getValueAsString(null);
  }

  private ApiRequest request() throws UnreadableEventException {
    boolean routed = routeKey != null && namesOperation(routeKey);
    if (!routed && (method == null || rawPath == null)) {
      throw UnreadableEventException.because(Msg.Event.notHttp());
    }
    return new ApiRequest(
        routed ? routeKey : method + " " + pathWithoutStage(),
        routed ? pathParameters : Map.of(),
        rawQuery == null ? "" : rawQuery,
        headers,
        base(),
        bodyBytes());
  }

  private String base() {
    boolean prefixed = stage != null && !stage.equals("$default");
    return domain == null ? "" : "https://" + domain + (prefixed ? "/" + stage : "");
  }

  /** Catch-all routes leave it to the path to say what is asked for. */
  private static boolean namesOperation(String routeKey) {
    return !routeKey.equals("$default") && !routeKey.startsWith("ANY ") && !routeKey.contains("+}");
  }

  private String pathWithoutStage() {
    String prefix = "/" + stage;
    boolean prefixed = stage != null && !stage.equals("$default") && rawPath.startsWith(prefix);
    if (prefixed && rawPath.length() == prefix.length()) {
      return "/";
    }
    return prefixed && rawPath.charAt(prefix.length()) == '/'
        ? rawPath.substring(prefix.length())
        : rawPath;
  }

  private byte[] bodyBytes() throws UnreadableEventException {
    if (body == null) {
      return NO_BODY;
    }
    try {
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw UnreadableEventException.because(Msg.Event.notBase64());
    }
  }
}
