package dev.gpuadvisor.function.image;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Keeps out of the image the more than a thousand locales that its builder has cached: half a
 * megabyte of which the function, which writes its numbers itself, needs two. They are caches of
 * softly held values that the JDK may find empty at any time.
 */
public final class EmptyLocaleCaches implements Feature {

  @Override
  public String getDescription() {
    return "Leaves out the locales that the builder has cached";
  }

  @Override
  public void beforeAnalysis(BeforeAnalysisAccess access) {
    empty(access, "java.util.Locale$LocaleCache", "LOCALE_CACHE");
    empty(access, "sun.util.locale.BaseLocale$1InterningCache", "CACHE");
  }

  private static void empty(BeforeAnalysisAccess access, String owner, String field) {
    try {
      Class<?> type = Class.forName(owner, false, null);
      access.registerFieldValueTransformer(
          type.getDeclaredField(field), (receiver, cache) -> emptyLike(cache));
    } catch (ReflectiveOperationException e) {
      keep(owner, e);
    }
  }

  /** Another JDK, with other caches: the image is half a megabyte larger, and as good. */
  private static void keep(String cache, ReflectiveOperationException why) {
    System.err.println("The image keeps the locales of " + cache + ": " + why);
  }

  private static Object emptyLike(Object cache) {
    Supplier<Map<?, ?>> map = ConcurrentHashMap::new;
    try {
      return cache
          .getClass()
          .getMethod("create", boolean.class, Supplier.class)
          .invoke(null, true, map);
    } catch (ReflectiveOperationException e) {
      keep(cache.getClass().getName(), e);
      return cache;
    }
  }
}
