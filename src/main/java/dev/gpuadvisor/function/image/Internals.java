package dev.gpuadvisor.function.image;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What native-image has no interface for, by name. A builder that has other names throws {@link
 * ReflectiveOperationException}, and whoever asks leaves the image as it would have been.
 */
final class Internals {

  private Internals() {}

  static Object get(Object of, String field) throws ReflectiveOperationException {
    return field(of.getClass(), field).get(of);
  }

  static void set(Object of, String field, Object value) throws ReflectiveOperationException {
    field(of.getClass(), field).set(of, value);
  }

  /** Calls the one method of that name that takes as many arguments. */
  static Object call(Object of, String method, Object... arguments)
      throws ReflectiveOperationException {
    return method(of.getClass(), method, arguments.length).invoke(of, arguments);
  }

  static Object create(Class<?> type, Object... arguments) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    return open(constructor).newInstance(arguments);
  }

  static Method method(Class<?> type, String name, int parameters) throws NoSuchMethodException {
    return open(
        classes(type)
            .flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
            .filter(method -> !method.isBridge() && method.getName().equals(name))
            .filter(method -> method.getParameterCount() == parameters)
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(type.getName() + "." + name)));
  }

  /** The same object with one of its methods done otherwise. */
  static Object with(Object original, Class<?> type, String method, Otherwise otherwise) {
    InvocationHandler handler =
        (proxy, called, arguments) -> {
          try {
            return called.getName().equals(method)
                ? otherwise.apply(List.of(arguments))
                : called.invoke(original, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** What a method does instead. */
  interface Otherwise {
    Object apply(List<Object> arguments) throws ReflectiveOperationException;
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    return open(
        classes(type)
            .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
            .filter(field -> field.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new NoSuchFieldException(type.getName() + "." + name)));
  }

  private static Stream<Class<?>> classes(Class<?> type) {
    return Stream.iterate(type, owner -> owner != null, Class::getSuperclass);
  }

  private static <T extends AccessibleObject> T open(T member) {
    member.setAccessible(true);
    return member;
  }
}
