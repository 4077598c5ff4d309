package dev.gpuadvisor.function.runtime;

import java.util.function.LongSupplier;

/**
 * Collects garbage when an answer has left and nobody waits, before what is left grows so large
 * that the next answer would be interrupted for it.
 */
final class IdleCollection {

  /** Of the 6 MB that an image has for what is new (see the build); answers take 0.2 MB. */
  private static final long ENOUGH = 2 << 20;

  private final LongSupplier used;
  private final Runnable collector;
  private long usedBefore;

  IdleCollection() {
    this(IdleCollection::usedBytes, System::gc);
  }

  IdleCollection(LongSupplier used, Runnable collector) {
    this.used = used;
    this.collector = collector;
    this.usedBefore = used.getAsLong();
  }

  private static long usedBytes() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  void run() {
    if (used.getAsLong() - usedBefore >= ENOUGH) {
      collector.run();
      usedBefore = used.getAsLong();
    }
  }
}
