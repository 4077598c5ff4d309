package dev.gpuadvisor.question;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A typed value, part by part; entries of the catalogue by their names, and none that is empty. */
final class Shown {

  private static final Set<String> NAMES = Set.of("id", "provider", "name");

  private Shown() {}

  static void values(String at, Object value, Map<String, String> into) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> values(at, present, into));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> values(at + "." + key, each, into));
    } else if (value instanceof Collection<?> all) {
      int number = 0;
      for (Object each : all) {
        if (number < 3) {
          values(at + "[" + number + "]", each, into);
        }
        number++;
      }
      into.put(at + ".count", Integer.toString(number));
    } else if (value instanceof Record part) {
      record(at, part, into);
    } else if (value != null && isPlain(value) && !value.toString().endsWith(".empty")) {
      into.put(at.isEmpty() ? "." : at, value.toString());
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Number
        || value instanceof CharSequence
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof java.time.temporal.Temporal
        || value.toString().startsWith("Optional");
  }

  private static void record(String at, Record part, Map<String, String> into) {
    boolean entry = part.getClass().getPackageName().startsWith("dev.gpuadvisor.catalog");
    try {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        if (entry && NAMES.contains(component.getName())) {
          component.getAccessor().setAccessible(true);
          into.put(
              at, part.getClass().getSimpleName() + " " + component.getAccessor().invoke(part));
          return;
        }
      }
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        values(at + "." + component.getName(), component.getAccessor().invoke(part), into);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(at, e);
    }
  }
}
