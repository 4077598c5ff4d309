package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a configuration for its fields, and collects what is wrong with them: a faulty field counts
 * as 1 until the end, so that the others are looked at too.
 */
final class ConfigReader {

  private static final String TEXT_PART = "text_config.";

  private final ConfigFields fields;
  private final String prefix;
  private final List<Fault> faults = new ArrayList<>();

  /** The language model of a configuration with several parts is its {@code text_config}. */
  ConfigReader(ConfigFields fields) {
    this.fields = fields;
    this.prefix =
        !fields.has("hidden_size") && fields.has(TEXT_PART + "hidden_size") ? TEXT_PART : "";
  }

  List<Fault> faults() {
    return faults;
  }

  boolean has(String name) {
    return fields.has(prefix + name);
  }

  /** A field that must be there. */
  int count(String name, int most) {
    if (!has(name)) {
      refuse(name, Msg.Fault.configMissing());
      return 1;
    }
    return number(name, 1, most);
  }

  /** A field with a default. */
  int count(String name, int most, int otherwise) {
    return has(name) ? number(name, 1, most) : otherwise;
  }

  /** A field that may be 0. */
  int countFromZero(String name, int most, int otherwise) {
    return has(name) ? number(name, 0, most) : otherwise;
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
   * Of the whole configuration or of its language model, which some say of the one, some of both.
   */
  boolean flagOfEither(String name, boolean otherwise) {
    return fields.flag(prefix + name).or(() -> fields.flag(name)).orElse(otherwise);
  }

  Optional<List<String>> items(String name) {
    return fields.items(prefix + name);
  }

  String text(String name) {
    return fields.text(prefix + name).orElse("");
  }

  /** Of the configuration as a whole. */
  String textOfAll(String name) {
    return fields.text(name).orElse("");
  }

  int countOfAll(String name) {
    return fields.count(name, 0, 64).orElse(0);
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
