package dev.gpuadvisor.function.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Lays out the image's heap: in each partition (objects that may be written, that may not, ...)
 * first what the function touches, then the rest, the largest first as native-image does. Of the
 * first partition, the largest of those that nobody writes, the rest lies behind all that may be
 * written: what is touched is then one piece with the code before it. A system that reads some
 * megabytes around a page reads them once.
 */
final class HeapOrder {

  private static final String LAYOUTER = "com.oracle.svm.core.image.ImageHeapLayouter";
  private static final String ALLOCATOR =
      "com.oracle.svm.core.genscavenge.ChunkedImageHeapAllocator";

  /** What is larger is on pages of its own anyway. */
  private static final long LARGE = 65536;

  private final Object layouter;
  private final Touched touched;
  private final ObjectNames names = new ObjectNames();

  HeapOrder(Object layouter, Touched touched) {
    this.layouter = layouter;
    this.touched = touched;
  }

  /**
   * As {@code ChunkedImageHeapLayouter.layout}, from {@code (heap, page size, callback)}.
   *
   * @return what that returns
   */
  Object layout(List<Object> arguments) throws ReflectiveOperationException {
    Map<Object, List<Object>> first = new HashMap<>();
    try {
      for (Object partition : partitions()) {
        List<Object> small = new ArrayList<>();
        for (Object object : objects(partition)) {
          if ((long) Internals.call(object, "getSize") <= LARGE) {
            small.add(object);
          }
        }
        first.put(partition, touched.of(small, names::of));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      TouchedFirst.keep(e);
      return Internals.call(layouter, "layout", arguments.toArray());
    }
    ClassLoader builder = layouter.getClass().getClassLoader();
    Object allocator =
        Internals.create(
            Class.forName(ALLOCATOR, false, builder), Internals.get(layouter, "startOffset"));
    Object control =
        Internals.create(
            Class.forName(LAYOUTER + "$ImageHeapLayouterControl", false, builder),
            arguments.get(2));
    Internals.set(layouter, "allocator", allocator);
    Object[] partitions = partitions();
    Object readOnly = partitions[0];
    Object huge = partitions[partitions.length - 1];
    boolean behind = !first.get(readOnly).isEmpty() && !objects(huge).isEmpty();
    for (Object partition : partitions) {
      if (partition == huge && behind) {
        layoutRest(readOnly, first.get(readOnly), allocator, control);
      }
      if ((boolean) Internals.get(partition, "hugeObjects")) {
        Internals.call(partition, "layout", allocator, control);
      } else {
        begin(partition, first.get(partition), allocator);
        if (partition != readOnly || !behind) {
          rest(partition, first.get(partition), allocator, control);
        }
        end(partition, allocator);
      }
    }
    Object hubs = Internals.call(arguments.get(0), "countAndVerifyDynamicHubs");
    return Internals.call(layouter, "populateInfoObjects", hubs, arguments.get(1), control);
  }

  private static void begin(Object partition, List<Object> first, Object allocator)
      throws ReflectiveOperationException {
    Internals.call(allocator, "maybeStartAlignedChunk");
    Internals.set(partition, "startOffset", Internals.call(allocator, "getPosition"));
    place(partition, first, allocator);
  }

  private static void end(Object partition, Object allocator) throws ReflectiveOperationException {
    Internals.set(partition, "endOffset", Internals.call(allocator, "getPosition"));
  }

  private static void rest(Object partition, List<Object> first, Object allocator, Object control)
      throws ReflectiveOperationException {
    List<Object> objects = objects(partition);
    List<Object> all = List.copyOf(objects);
    objects.removeAll(new HashSet<>(first));
    Internals.call(partition, "allocateObjectsInAlignedChunks", allocator, control);
    objects.clear();
    objects.addAll(all);
  }

  /**
   * The rest of what nobody writes, in chunks that lie behind and are linked before all others,
   * since the collector goes from the first that may be written to the end of the links. The
   * partition begins and ends with what is touched: by the first object of the first partition and
   * the last of the last one the image knows what is its own.
   */
  private static void layoutRest(
      Object partition, List<Object> first, Object allocator, Object control)
      throws ReflectiveOperationException {
    @SuppressWarnings("unchecked")
    List<Object> chunks = (List<Object>) Internals.call(allocator, "getAlignedChunks");
    int before = chunks.size();
    Object last = Internals.get(partition, "lastObject");
    Internals.call(allocator, "startNewAlignedChunk");
    rest(partition, first, allocator, control);
    Internals.call(allocator, "finishAlignedChunk");
    Internals.set(partition, "lastObject", last);
    Collections.rotate(chunks, chunks.size() - before);
  }

  private static void place(Object partition, List<Object> objects, Object allocator)
      throws ReflectiveOperationException {
    Object writable = Internals.get(partition, "writable");
    for (Object object : objects) {
      long size = (long) Internals.call(object, "getSize");
      if (size > (long) Internals.call(allocator, "getRemainingBytesInAlignedChunk")) {
        Internals.call(allocator, "startNewAlignedChunk");
      }
      Object offset = Internals.call(allocator, "allocateObjectInAlignedChunk", object, writable);
      Internals.call(partition, "appendAllocatedObject", object, offset);
    }
  }

  private Object[] partitions() throws ReflectiveOperationException {
    return (Object[]) Internals.call(layouter, "getPartitions");
  }

  @SuppressWarnings("unchecked")
  private static List<Object> objects(Object partition) throws ReflectiveOperationException {
    return (List<Object>) Internals.get(partition, "objects");
  }

  /** Where each object lies: {@code H, offset in the heap, bytes, checksum of its name, type}. */
  List<String> map() throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    long first = (long) Internals.get(layouter, "startOffset");
    for (Object partition : partitions()) {
      long start = (long) Internals.get(partition, "startOffset");
      for (Object object : objects(partition)) {
        long offset = start - first + (long) Internals.get(object, "offsetInPartition");
        Class<?> type = (Class<?>) Internals.call(object, "getObjectClass");
        lines.add(
            "H\t%d\t%s\t%s\t%s"
                .formatted(
                    offset,
                    Internals.call(object, "getSize"),
                    Touched.checksum(names.of(object)),
                    type.getName()));
      }
    }
    return lines;
  }
}
