package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Endpoint.Method;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked: a request of the API before it is one.
 *
 * @param documents names of what is given as JSON
 * @param remarks to put before the answer
 */
record CommandQuestion(
    Command command,
    Operation<?> operation,
    Arguments arguments,
    Set<String> documents,
    List<Doubt> remarks) {

  /** Longer addresses are refused by some servers. */
  private static final int LONGEST_QUERY = 4000;

  private static final byte[] NO_BODY = {};

  /** The same without some of it. */
  CommandQuestion without(Set<String> names) {
    return new CommandQuestion(
        command, operation, arguments.without(names::contains), documents, remarks);
  }

  /** The same with this value of something, and no other. */
  CommandQuestion with(String name, String value) {
    CommandQuestion other = without(Set.of(name));
    other.arguments.add(name, value);
    return other;
  }

  /** Whether the API has its answer as a table too. */
  boolean hasTable() {
    return operation.parameters().contains(Parameters.TABLE_FORMAT);
  }

  /** As it would be asked over HTTP. */
  ApiRequest request() {
    String query = query();
    if (isLog()) {
      byte[] log = String.join("\n", arguments.get(LookupParameters.LOG.name())).getBytes(UTF_8);
      return request(Method.POST, path(), query, "text/plain; charset=utf-8", log);
    }
    boolean isLong = !documents.isEmpty() || query.length() > LONGEST_QUERY;
    return isLong && operation.methods().contains(Method.POST)
        ? request(Method.POST, path(), "", "application/json", Json.bytes(this::write))
        : request(Method.GET, path(), query, "", NO_BODY);
  }

  private static ApiRequest request(
      Method method, String path, String query, String type, byte[] body) {
    Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("content-type", type);
    return new ApiRequest(method + " " + path, Map.of(), query, headers, body);
  }

  private boolean isLog() {
    return command == Command.LOGS;
  }

  private String path() {
    String path = operation.path();
    for (String name : arguments.names()) {
      String value = encoded(String.join(",", arguments.get(name))).replace("+", "%20");
      path = path.replace("{" + name + "}", value);
    }
    return path;
  }

  private boolean isInQuery(String name) {
    return !operation.path().contains("{" + name + "}")
        && !(isLog() && name.equals(LookupParameters.LOG.name()));
  }

  private String query() {
    return arguments.names().stream()
        .filter(this::isInQuery)
        .flatMap(
            name -> arguments.get(name).stream().map(value -> encoded(name) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (String name : arguments.names()) {
      List<String> values = arguments.get(name);
      json.writeFieldName(name);
      if (values.size() == 1) {
        write(json, name, values.get(0));
      } else {
        json.writeStartArray();
        for (String value : values) {
          write(json, name, value);
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, String name, String value) throws IOException {
    if (documents.contains(name) && Documents.isJson(value)) {
      json.writeRawValue(value);
    } else {
      json.writeString(value);
    }
  }
}
