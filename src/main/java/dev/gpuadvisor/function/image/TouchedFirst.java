package dev.gpuadvisor.function.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Lays together what an invocation touches: native-image orders objects by their size and methods
 * by their name, so that 0.1 MB of objects and 0.6 MB of code, spread over 30 MB, fetched nearly
 * all of it into memory, a page at a time. A builder with other insides leaves its own order, and
 * says so.
 */
public final class TouchedFirst implements Feature {

  /** Where to write what lies where, for {@code scripts/native-order.py}. */
  private static final String MAP = "gpuadvisor.native.map";

  private static final String HEAP_LAYOUTER = "com.oracle.svm.core.image.ImageHeapLayouter";
  private static final String CODE_LAYOUTER = "com.oracle.svm.hosted.code.CodeSectionLayouter";
  private static final String SINGLETONS =
      "com.oracle.svm.hosted.ImageSingletonsSupportImpl$HostedManagement";

  private HeapOrder heap;
  private CodeOrder code;

  @Override
  public String getDescription() {
    return "Lays together what an invocation touches";
  }

  /** Before these two nobody has asked for the layouters, and after them nobody sets them. */
  @Override
  public List<Class<? extends Feature>> getRequiredFeatures() {
    List<Class<? extends Feature>> features = new ArrayList<>();
    for (String name :
        List.of(
            "com.oracle.svm.core.genscavenge.graal.GenScavengeGCFeature",
            "com.oracle.svm.hosted.code.CodeLayoutOptimizationFeature")) {
      try {
        features.add(Class.forName(name).asSubclass(Feature.class));
      } catch (ClassNotFoundException e) {
        keep(e);
      }
    }
    return features;
  }

  @Override
  public void afterAnalysis(AfterAnalysisAccess access) {
    layOut(
        HEAP_LAYOUTER,
        layouter -> {
          heap = new HeapOrder(layouter, Touched.read());
          return heap::layout;
        });
  }

  @Override
  public void beforeCompilation(BeforeCompilationAccess access) {
    layOut(
        CODE_LAYOUTER,
        layouter -> {
          code = new CodeOrder(layouter, Touched.read());
          return code::layout;
        });
  }

  /** Lets the layouter of that type lay out as ours does. */
  private static void layOut(String name, Function<Object, Internals.Otherwise> order) {
    try {
      Class<?> type = Class.forName(name);
      Object layouter = singletons().get(type);
      Internals.Otherwise ours = order.apply(layouter);
      singletons().put(type, Internals.with(layouter, type, "layout", ours));
    } catch (ReflectiveOperationException | RuntimeException e) {
      keep(e);
    }
  }

  @Override
  public void afterImageWrite(AfterImageWriteAccess access) {
    String file = System.getProperty(MAP);
    if (file == null) {
      return;
    }
    try {
      List<String> lines = new ArrayList<>(code.map());
      lines.addAll(heap.map());
      Files.write(Path.of(file), lines);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Class<?>, Object> singletons() throws ReflectiveOperationException {
    Object management = Internals.method(Class.forName(SINGLETONS), "get", 0).invoke(null);
    return (Map<Class<?>, Object>) Internals.get(management, "configObjects");
  }

  /** Says that the image is as good, and fetched as before. */
  static void keep(Exception why) {
    System.err.println("The image keeps native-image's order: " + why);
  }
}
