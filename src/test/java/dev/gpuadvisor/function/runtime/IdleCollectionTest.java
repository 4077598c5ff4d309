package dev.gpuadvisor.function.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IdleCollectionTest {

  private static final long MIB = 1 << 20;

  private long used = 10 * MIB;
  private int collections;
  private final IdleCollection collection = new IdleCollection(() -> used, this::collect);

  private void collect() {
    collections++;
    used -= MIB;
  }

  @Test
  void collectsWhenTwoMebibytesHaveComeSinceTheLastTime() {
    assertCollections(0);
    used += 2 * MIB - 1;
    assertCollections(0);
    used++;
    assertCollections(1);
    used += 2 * MIB - 1;
    assertCollections(1);
    used++;
    assertCollections(2);
  }

  /** Another collection, in the middle of a large answer, is no reason for one more. */
  @Test
  void whatHasGoneByItselfIsNotCollected() {
    used -= 8 * MIB;
    assertCollections(0);
  }

  private void assertCollections(int expected) {
    collection.run();
    assertEquals(expected, collections);
  }
}
