package dev.gpuadvisor.accuracy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What rows are put together by. */
enum Grouping {
  RUNTIME("by_runtime", "Runtime", Row::runtime),
  FAMILY("by_family", "Family", row -> family(row.model().id())),
  QUANTIZATION("by_quantization", "Quantization", row -> row.format().id()),
  METHOD("by_method", "Method", Row::runtime),
  MODEL("by_model", "Model", row -> row.model().id());

  static final List<Grouping> OF_INFERENCE = List.of(RUNTIME, FAMILY, QUANTIZATION);
  static final List<Grouping> OF_TUNING = List.of(METHOD, MODEL);

  private final String field;
  private final String title;
  private final Function<Row, String> key;

  Grouping(String field, String title, Function<Row, String> key) {
    this.field = field;
    this.title = title;
    this.key = key;
  }

  String field() {
    return field;
  }

  String title() {
    return title;
  }

  Map<String, Errors> errors(List<? extends Row> rows) {
    Map<String, Errors> errors = new TreeMap<>();
    rows.stream()
        .collect(Collectors.groupingBy(key))
        .forEach((name, members) -> errors.put(name, Errors.of(members)));
    return errors;
  }

  /** {@code qwen2.5} of {@code qwen2.5-14b-instruct}. */
  private static String family(String model) {
    String name = model.replace("meta-llama-", "llama-");
    return name.startsWith("llama-") ? "llama-3" : name.substring(0, name.indexOf('-'));
  }
}
