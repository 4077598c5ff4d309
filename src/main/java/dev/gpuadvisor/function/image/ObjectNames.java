package dev.gpuadvisor.function.image;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an object of the image's heap is called, the same in the next build: a text by its
 * characters, one of ours, a number, an array of objects or a collection by its type and what is in
 * it, anything else by its type and what it was found through. Objects that are called alike lie
 * together.
 */
final class ObjectNames {

  /** How far what is in an object counts, and how much of it. */
  private static final int DEEPEST = 1;

  private static final int MOST = 6;

  /** Of the path through which an object was found; its end differs from build to build. */
  private static final int LONGEST_PATH = 3;

  /** Few in all, and found through whatever came first: their type alone names them. */
  private static final Set<String> SHARED =
      Set.of(
          "com.oracle.svm.core.c.CGlobalDataImpl",
          "com.oracle.svm.core.classinitialization.ClassInitializationInfo");

  /** Which of its entries begin a list of their own hangs on hashes of this process. */
  private static final String TABLE = "[Ljava.util.concurrent.ConcurrentHashMap$Node;";

  /** Collections that may be looked into, beside those of {@code List.of} and its like. */
  private static final Set<String> PLAIN =
      Set.of(
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.ArrayList",
          "java.util.Collections$UnmodifiableMap");

  private final Map<Object, String> known = new IdentityHashMap<>();

  /** An {@code ImageHeapObject} of native-image. */
  String of(Object info) throws ReflectiveOperationException {
    String name = known.get(info);
    if (name == null) {
      Object object = Internals.call(info, "getObject");
      name = object instanceof Class || hub(object) ? type(object) : of(object, DEEPEST);
      if (name == null || isOfNumbers(object)) {
        name = path(info) + name;
      }
      known.put(info, name);
    }
    return name;
  }

  private static boolean hub(Object object) {
    return object != null && object.getClass().getSimpleName().equals("DynamicHub");
  }

  private static String path(Object info) throws ReflectiveOperationException {
    StringBuilder path = new StringBuilder();
    Object at = info;
    for (int i = 0; i < LONGEST_PATH && at != null && at.getClass() == info.getClass(); i++) {
      Object object = Internals.call(at, "getObject");
      if (object instanceof String || object instanceof Class || hub(object)) {
        return path.append(type(object)).toString();
      }
      path.append(type(Internals.call(at, "getObjectClass"))).append(" < ");
      at = Internals.get(at, "reason");
    }
    return path.toString();
  }

  /** Null where what is in it says nothing, or cannot be seen. */
  private static String of(Object object, int depth) throws ReflectiveOperationException {
    if (object == null) {
      return null;
    }
    String type = object.getClass().getName();
    if (object instanceof String) {
      return "\"" + object;
    }
    if (object instanceof BigDecimal || object instanceof Long || object instanceof Integer) {
      return type + object;
    }
    if (object instanceof Enum<?> constant) {
      return type + constant.name();
    }
    if (SHARED.contains(type)) {
      return type;
    }
    if (type.equals(TABLE)) {
      return null;
    }
    if (object instanceof Object[] array) {
      return type + array.length + sorted(Stream.of(array), depth);
    }
    if (isOfNumbers(object)) {
      return type + Array.getLength(object);
    }
    if (object instanceof Locale || type.startsWith("sun.util.locale.BaseLocale")) {
      return type + object;
    }
    if (type.startsWith("java.util.")) {
      return collection(object, type, depth);
    }
    return type.startsWith("dev.gpuadvisor.")
        ? type(object.getClass()) + fields(object, depth)
        : null;
  }

  private static String collection(Object object, String type, int depth) {
    if (object instanceof Map.Entry<?, ?> entry) {
      return type + inner(entry.getKey(), depth);
    }
    if (object instanceof Optional<?> optional) {
      return type + inner(optional.orElse(null), depth);
    }
    if (!type.startsWith("java.util.ImmutableCollections") && !PLAIN.contains(type)) {
      return null; // it may not be one to look into
    }
    if (object instanceof Map<?, ?> map) {
      return type + map.size() + sorted(map.keySet().stream(), depth);
    }
    if (object instanceof Set<?> set) {
      return type + set.size() + sorted(set.stream(), depth);
    }
    return object instanceof List<?> list
        ? type + list.size() + sorted(list.stream(), depth)
        : null;
  }

  /** The JDK shuffles the tables of its sets and maps anew in each process. */
  private static String sorted(Stream<?> all, int depth) {
    return all.filter(Objects::nonNull)
        .map(one -> inner(one, depth))
        .sorted()
        .limit(MOST)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String fields(Object object, int depth) throws ReflectiveOperationException {
    StringBuilder fields = new StringBuilder();
    for (Field field : object.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        fields.append(inner(field.get(object), depth)).append(';');
      }
    }
    return fields.toString();
  }

  private static String inner(Object object, int depth) {
    if (object == null) {
      return "-";
    }
    try {
      String name = depth == 0 && !(object instanceof String) ? null : of(object, depth - 1);
      return name == null ? type(object.getClass()) : name;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whose numbers may be hashes of this process. */
  private static boolean isOfNumbers(Object object) {
    return object != null
        && object.getClass().isArray()
        && object.getClass().getComponentType().isPrimitive();
  }

  /** Without the address that a class of a lambda has in its name. */
  private static String type(Object type) {
    String name = type instanceof Class<?> c ? c.getName() : type.toString();
    int address = name.indexOf("/0x");
    return address < 0 ? name : name.substring(0, address);
  }
}
