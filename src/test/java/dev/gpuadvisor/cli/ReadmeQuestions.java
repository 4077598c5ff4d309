package dev.gpuadvisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions that the README asks with curl, and how they are typed here. */
final class ReadmeQuestions {

  private static final Pattern CURL =
      Pattern.compile(
          "curl '?localhost:8080(/[^' \\n]*)'?(?: -H '[^']*')?"
              + "(?: -d (?:'([^']*)'|\"((?:\\\\\"|[^\"])*)\")| --data-binary @(\\S+))?");

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "/v1/recommendations", Command.RECOMMEND,
          "/v1/estimate", Command.ESTIMATE,
          "/v1/compare", Command.COMPARE,
          "/v1/offers", Command.OFFERS,
          "/v1/models", Command.MODELS,
          "/v1/launch", Command.LAUNCH,
          "/v1/report", Command.REPORT,
          "/v1/logs", Command.LOGS);

  private ReadmeQuestions() {}

  /**
   * @param target path and query
   * @param json body; empty where there is none
   * @param file that is sent; empty where there is none
   */
  record Curl(String target, String json, String file) {

    String path() {
      return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    /** Those that the command line asks too. */
    boolean isAsked() {
      return COMMANDS.keySet().stream().anyMatch(path()::startsWith);
    }

    /** The same, typed. */
    List<String> typed(Terminal into) {
      String start =
          COMMANDS.keySet().stream().filter(path()::startsWith).findFirst().orElseThrow();
      List<String> typed = new ArrayList<>(List.of(COMMANDS.get(start).shown()));
      if (path().length() > start.length()) {
        typed.add(path().substring(start.length() + 1));
      }
      if (!file.isEmpty()) {
        typed.add(file);
      }
      if (target.contains("?")) {
        for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
          String[] parts = pair.split("=", 2);
          typed.add(ParameterFlags.of(parts[0]));
          typed.add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
      }
      if (!json.isEmpty()) {
        for (Map.Entry<String, JsonNode> field : Asking.json(json).properties()) {
          type(field.getKey(), field.getValue(), typed, into);
        }
      }
      return typed;
    }

    private static void type(String name, JsonNode value, List<String> typed, Terminal into) {
      if (value.isArray() && !value.get(0).isObject()) {
        value.forEach(each -> type(name, each, typed, into));
      } else {
        typed.add(ParameterFlags.of(name));
        typed.add(value.isContainerNode() ? name + ".json" : value.asText());
        if (value.isContainerNode()) {
          into.withFile(name + ".json", value + "\n");
        }
      }
    }
  }

  static List<Curl> all() {
    List<Curl> all = new ArrayList<>();
    Matcher curls = CURL.matcher(readme());
    while (curls.find()) {
      String json = curls.group(2);
      if (curls.group(3) != null) {
        json =
            curls
                .group(3)
                .replace("\\\"", "\"")
                .replace("$(cat config.json)", ModelDescriptionParameters.CONFIG.example());
      }
      all.add(
          new Curl(
              curls.group(1),
              json == null ? "" : json,
              curls.group(4) == null ? "" : curls.group(4)));
    }
    return all;
  }

  private static String readme() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
