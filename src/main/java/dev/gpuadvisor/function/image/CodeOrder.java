package dev.gpuadvisor.function.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Lays out the image's code: what the function does not run, by name, and then what it does, beside
 * the heap, which follows in the file. Of a file that is not in memory a system reads what lies
 * around a page too.
 */
final class CodeOrder {

  private final Object layouter;
  private final Touched touched;
  private List<Object> methods = List.of();

  CodeOrder(Object layouter, Touched touched) {
    this.layouter = layouter;
    this.touched = touched;
  }

  /** As {@code CodeSectionLayouter.layout}, from a map of what was compiled. */
  Object layout(List<Object> arguments) throws ReflectiveOperationException {
    List<Object> byName =
        List.copyOf((List<?>) Internals.call(layouter, "layout", arguments.toArray()));
    List<Object> last = touched.of(byName, CodeOrder::name);
    LinkedHashSet<Object> ordered = new LinkedHashSet<>(byName);
    last.forEach(ordered::remove);
    ordered.addAll(last);
    methods = List.copyOf(ordered);
    return new ArrayList<>(ordered);
  }

  /** Where each method lies: {@code T, offset in the code, checksum of its name}. */
  List<String> map() throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    for (Object method : methods) {
      String name = name(method);
      lines.add(
          "T\t%s\t%s\t%s"
              .formatted(
                  Internals.call(method, "getCodeAddressOffset"), Touched.checksum(name), name));
    }
    return lines;
  }

  private static String name(Object method) throws ReflectiveOperationException {
    return (String) Internals.call(method, "getUniqueShortName");
  }
}
