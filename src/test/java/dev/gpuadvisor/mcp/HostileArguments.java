package dev.gpuadvisor.mcp;

import dev.gpuadvisor.api.HostileValues;
import dev.gpuadvisor.parameter.ParameterTable;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arguments of tools, and values in the place of others: right, nearly right, or made to hurt. */
final class HostileArguments {

  private static final List<String> VALUES =
      words(
          """
          null true 0 -1 8192 1e999999999 0.1 99999999999999999999 "" "8bit" ["8bit","4bit"]
          "qwen2.5-14b" "qwen2.5-41b" "\\ud800" "AMPERE_24,ADA_24_PRO" [] {} [[[[]]]] "fr" "L4" 1
          {"a":"\\ud800"} {"model_type":"llama","hidden_size":1e400} "{model}" "\\u202e" "\\u0000"
          """);
  private static final List<String> NAMES =
      Stream.concat(
              HostileValues.names(ParameterTable.standard()).stream(),
              Stream.of("quantisation", "\\ud800", "__proto__"))
          .toList();
  private static final List<String> RIGHT =
      words(
          """
          "context":4096 "quantization":"8bit" "quantization":["8bit","4bit"] "lang":"fr"
          "offers":["AMPERE_24","ADA_24_PRO"] "card":"L4" "current":"AMPERE_48" "concurrency":"4"
          """);

  private final Random random;

  HostileArguments(Random random) {
    this.random = random;
  }

  /** A JSON object; most of them have a model that there is, so that they get past it. */
  String next() {
    int fields = random.nextInt(50) == 0 ? 150 : random.nextInt(4);
    Stream<String> model =
        random.nextInt(4) > 0 ? Stream.of("\"model\":\"qwen2.5-14b\"") : Stream.of();
    return Stream.concat(model, Stream.generate(this::field).limit(fields))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Any JSON value. */
  String value() {
    return pick(VALUES);
  }

  private String field() {
    return random.nextBoolean() ? pick(RIGHT) : "\"" + pick(NAMES) + "\":" + value();
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
