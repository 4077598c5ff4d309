package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a configuration for its fields, and collects what is wrong with them: a faulty field counts
 * as 1 until the end, so that the others are looked at too.
 */
final class ConfigReader {

  /** Where configurations with several parts have their language model. */
  private static final List<String> TEXT_PARTS =
      List.of(
          "text_config.",
          "llm_config.",
          "language_config.",
          "thinker_config.text_config.",
          "thinker_config.");

  /**
   * What language models that are a part of others leave out where it is their class's own size.
   *
   * <p>Source: configuration_llama.py, configuration_mistral.py and configuration_qwen2.py of
   * transformers.
   */
  private static final Map<String, Map<String, Integer>> USUAL =
      Map.of(
          "llama", sizes(11_008, 32_000),
          "mistral", sizes(14_336, 32_000),
          "qwen2", sizes(22_016, 151_936));

  private static Map<String, Integer> sizes(int feedForward, int vocabulary) {
    return Map.of(
        "hidden_size", 4096,
        "num_hidden_layers", 32,
        "num_attention_heads", 32,
        "intermediate_size", feedForward,
        "vocab_size", vocabulary);
  }

  private final ConfigFields fields;
  private final String prefix;
  private final List<Fault> faults;

  /** The language model of a configuration with several parts is one of them. */
  ConfigReader(ConfigFields fields) {
    this(fields, textPart(fields), new ArrayList<>());
  }

  private ConfigReader(ConfigFields fields, String prefix, List<Fault> faults) {
    this.fields = fields;
    this.prefix = prefix;
    this.faults = faults;
  }

  private static String textPart(ConfigFields fields) {
    if (fields.has("hidden_size") && fields.has("num_hidden_layers")) {
      return "";
    }
    return TEXT_PARTS.stream()
        .filter(part -> fields.has(part + "hidden_size") || USUAL.containsKey(type(fields, part)))
        .findFirst()
        .orElse("");
  }

  private static String type(ConfigFields fields, String part) {
    return fields.text(part + "model_type").orElse("");
  }

  /** The same for another part of the configuration; faults are collected together. */
  ConfigReader part(String name) {
    return new ConfigReader(fields, name + ".", faults);
  }

  /** The configuration as a whole. */
  ConfigReader whole() {
    return new ConfigReader(fields, "", faults);
  }

  List<Fault> faults() {
    return faults;
  }

  /** Whether the language model is a part of the configuration. */
  boolean isPart() {
    return !prefix.isEmpty();
  }

  boolean has(String name) {
    return fields.has(prefix + name);
  }

  /** The first of these names that is given; the first one where none is. */
  String anyOf(String... names) {
    for (String name : names) {
      if (has(name)) {
        return name;
      }
    }
    return names[0];
  }

  /** A field that must be there. */
  int count(String name, int most) {
    if (has(name)) {
      return number(name, 1, most);
    }
    Map<String, Integer> usual = isPart() ? USUAL.get(text("model_type")) : null;
    if (usual != null && usual.containsKey(name)) {
      return usual.get(name);
    }
    refuse(name, Msg.Fault.configMissing());
    return 1;
  }

  /** A field with a default. */
  int count(String name, int most, int otherwise) {
    return has(name) ? number(name, 1, most) : otherwise;
  }

  /** A field that may be 0. */
  int countFromZero(String name, int most, int otherwise) {
    return has(name) ? number(name, 0, most) : otherwise;
  }

  /** A field that may be a list of one value for each layer: the largest of them. */
  int largest(String name, int most, int otherwise) {
    List<Integer> counts = counts(name, most);
    return counts.isEmpty()
        ? countFromZero(name, most, otherwise)
        : counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /** The whole numbers of a list; empty where it is none, or holds anything else. */
  List<Integer> counts(String name, int most) {
    List<Integer> counts = new ArrayList<>();
    for (String item : items(name).orElse(List.of())) {
      boolean usual = item.length() <= 9 && item.chars().allMatch(Character::isDigit);
      if (!usual || item.isEmpty() || Integer.parseInt(item) > most) {
        refuse(name, Msg.Fault.wholeNumber(0, most));
        return List.of();
      }
      counts.add(Integer.valueOf(item));
    }
    return counts;
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    Optional<Boolean> flag = fields.flag(prefix + name);
    if (flag.isEmpty()) {
      refuse(name, Msg.Fault.configFlag());
    }
    return flag.orElse(otherwise);
  }

  /**
   * Of the whole configuration or of its language model, which some say of the one, some of both:
   * where they differ transformers builds what the whole says.
   */
  boolean flagOfEither(String name, boolean otherwise) {
    return fields.flag(name).or(() -> fields.flag(prefix + name)).orElse(otherwise);
  }

  double decimal(String name, double otherwise) {
    return fields.number(prefix + name).orElse(otherwise);
  }

  Optional<List<String>> items(String name) {
    return fields.items(prefix + name);
  }

  /** The fields at the top. */
  Set<String> names() {
    return fields.names();
  }

  /** Names of what is within an object. */
  Set<String> within(String name) {
    return fields.within(prefix + name);
  }

  String text(String name) {
    return fields.text(prefix + name).orElse("");
  }

  /** As it is written, of whatever type. */
  String written(String name) {
    return fields.written(prefix + name);
  }

  /** Once for each field: the first fault is the one that the others follow from. */
  void refuse(String name, Message detail) {
    add(Fault.of(parameter(name), fields.written(prefix + name), detail));
  }

  void refuseType(Message detail, List<String> known) {
    String name = "model_type";
    add(new Fault(parameter(name), fields.written(prefix + name), detail, known, List.of()));
  }

  private void add(Fault fault) {
    if (faults.stream().noneMatch(other -> other.parameter().equals(fault.parameter()))) {
      faults.add(fault);
    }
  }

  private int number(String name, int least, int most) {
    Optional<Integer> number = fields.count(prefix + name, least, most);
    if (number.isEmpty()) {
      refuse(name, Msg.Fault.wholeNumber(least, most));
    }
    return number.orElse(1);
  }

  private String parameter(String name) {
    return "config." + prefix + name;
  }
}
