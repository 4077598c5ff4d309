package dev.gpuadvisor.question;

import com.fasterxml.jackson.core.filter.TokenFilter;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Msg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of an object the fields that are kept, and what of them. Objects and arrays on the way to them
 * stay, though they be empty then: entries of a list keep their places.
 */
final class KeptFields extends TokenFilter {

  private static final String DOT = ".";

  private final Map<String, TokenFilter> kept = new HashMap<>();

  private KeptFields() {}

  /** Empty where nothing is said of it; what no field is called is a fault. */
  static Optional<TokenFilter> read(Inputs inputs, FieldNames names) {
    List<String> paths = inputs.all(LookupParameters.FIELDS);
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    KeptFields all = new KeptFields();
    for (String path : paths) {
      if (isKnown(path, names, inputs)) {
        all.keep(path);
      }
    }
    return Optional.of(all);
  }

  private static boolean isKnown(String path, FieldNames names, Inputs inputs) {
    FieldNames level = names;
    String above = "";
    for (String name : path.split("\\.", -1)) {
      FieldNames within = level.within(name);
      if (within == null) {
        inputs.fault(
            new Fault(
                LookupParameters.FIELDS.name(),
                path,
                Msg.Fault.noSuchField(),
                level.paths(above),
                level.meant(name, above)));
        return false;
      }
      above += name + DOT;
      level = within;
    }
    return true;
  }

  private void keep(String path) {
    int dot = path.indexOf(DOT);
    if (dot < 0) {
      kept.put(path, INCLUDE_ALL);
    } else if (kept.computeIfAbsent(path.substring(0, dot), name -> new KeptFields())
        instanceof KeptFields within) {
      within.keep(path.substring(dot + 1));
    }
  }

  @Override
  public TokenFilter includeProperty(String name) {
    return kept.get(name);
  }

  @Override
  public boolean includeEmptyObject(boolean contentsFiltered) {
    return true;
  }

  @Override
  public boolean includeEmptyArray(boolean contentsFiltered) {
    return true;
  }
}
