package dev.gpuadvisor.report;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Entries of the catalogue with values that it would not have. */
final class Altered {

  private Altered() {}

  /** The same record with another value. */
  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R record, String name, Object value) {
    Object[] values =
        Stream.of(record.getClass().getRecordComponents())
            .map(component -> component.getName().equals(name) ? value : value(component, record))
            .toArray();
    return create((Class<R>) record.getClass(), values);
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static <R extends Record> R create(Class<R> type, Object... values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
