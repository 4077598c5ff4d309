package dev.gpuadvisor.cli;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.parameter.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Parameters as flags: each by its name, and by the short words that people type for it. */
record ParameterFlags(ParameterTable table, Vocabulary vocabulary) {

  private static final String DASHES = "--";
  private static final String NOT = "no_";

  /** {@code --max-gpus}. */
  static String of(Parameter<?> parameter) {
    return of(parameter.name());
  }

  static String of(String name) {
    return DASHES + name.replace('_', '-');
  }

  /** From a flag as it was typed to the name that a parameter would have. */
  static String name(String typed) {
    return typed.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Several where a word is short for several: their units tell which is meant. */
  static List<Parameter<?>> named(String name, List<Parameter<?>> among) {
    List<Parameter<?>> own =
        among.stream().filter(parameter -> parameter.name().equals(name)).toList();
    return own.isEmpty()
        ? among.stream().filter(parameter -> parameter.slackWords().contains(name)).toList()
        : own;
  }

  /** Whether it says yes by being there. */
  boolean isSwitch(String name) {
    List<Parameter<?>> meant = named(name, table.all());
    return !meant.isEmpty() && meant.stream().allMatch(this::isSwitch);
  }

  boolean isSwitch(Parameter<?> parameter) {
    return parameter.type().shape(vocabulary) instanceof Shape.Flag;
  }

  /** {@code no_spot}: that it is not to be. */
  boolean isSwitchedOff(String name) {
    return name.startsWith(NOT) && isSwitch(name.substring(NOT.length()));
  }

  static String withoutNot(String name) {
    return name.substring(NOT.length());
  }

  /** Whether its value is a document, which may lie in a file. */
  boolean takesDocument(Parameter<?> parameter) {
    Shape shape = parameter.type().shape(vocabulary);
    return shape instanceof Shape.AnyObject || shape instanceof Shape.Fields;
  }

  /** Whether nothing but a document will do. */
  boolean takesOnlyDocument(Parameter<?> parameter) {
    return parameter.type().shape(vocabulary) instanceof Shape.AnyObject;
  }

  boolean isKnown(String name) {
    return !named(name, table.all()).isEmpty();
  }

  /** Whether a flag that nobody knows is likelier an option than a parameter. */
  boolean meansOption(String name) {
    List<String> meant = meant(name);
    return !meant.isEmpty()
        && CommandOption.of(meant.get(0).substring(DASHES.length())).isPresent();
  }

  /** Flags that may have been meant by one that nobody knows. */
  List<String> meant(String name) {
    Stream<String> options = Arrays.stream(CommandOption.values()).map(CommandOption::flag);
    Stream<String> parameters = table.all().stream().map(ParameterFlags::of);
    Stream<String> words =
        table.all().stream().flatMap(each -> each.slackWords().stream()).map(ParameterFlags::of);
    List<String> all =
        Stream.of(options, parameters, words).flatMap(each -> each).distinct().toList();
    return NameIndex.meant(of(name), all).stream().limit(3).toList();
  }
}
