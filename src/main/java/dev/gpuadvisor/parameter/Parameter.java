package dev.gpuadvisor.parameter;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of the API: one definition for parsing, for the OpenAPI document and for whoever else
 * offers the same operation.
 *
 * @param name as callers write it
 * @param type what its text may say
 * @param repeatable whether it may be given several times, or with commas
 * @param required whether there is no answer without it
 * @param inPath whether it is part of the path
 * @param defaultText what counts where it is not given
 * @param substitutes names of the parameters of which one is required where this is not given;
 *     empty where there are none
 */
public record Parameter<T>(
    String name,
    ValueType<T> type,
    boolean repeatable,
    boolean required,
    boolean inPath,
    Optional<String> defaultText,
    List<String> substitutes) {

  static <T> Parameter<T> of(String name, ValueType<T> type) {
    return new Parameter<>(name, type, false, false, false, Optional.empty(), List.of());
  }

  Parameter<T> repeated() {
    return new Parameter<>(name, type, true, required, inPath, defaultText, substitutes);
  }

  Parameter<T> mandatory() {
    return new Parameter<>(name, type, repeatable, true, inPath, defaultText, substitutes);
  }

  /** Required unless one of these is given. */
  Parameter<T> mandatoryUnless(List<Parameter<?>> others) {
    List<String> names = others.stream().map(Parameter::name).toList();
    return new Parameter<>(name, type, repeatable, false, inPath, defaultText, names);
  }

  Parameter<T> path() {
    return new Parameter<>(name, type, repeatable, true, true, defaultText, substitutes);
  }

  Parameter<T> defaultsTo(Object value) {
    return new Parameter<>(
        name, type, repeatable, required, inPath, Optional.of(value.toString()), substitutes);
  }
}
