package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class LargestSizeTest {

  private static int slowly(long limit, int most, IntToLongFunction bytes) {
    int size = 0;
    while (size < most && bytes.applyAsLong(size + 1) <= limit) {
      size++;
    }
    return size;
  }

  @Test
  void findsWhatCountingUpFinds() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      long fixed = random.nextInt(2000);
      long slope = random.nextInt(50);
      int bend = 1 + random.nextInt(400);
      long steep = slope + random.nextInt(200);
      IntToLongFunction bytes =
          size -> fixed + slope * Math.min(size, bend) + steep * Math.max(0, size - bend);
      long limit = random.nextInt(40_000);
      int most = 1 + random.nextInt(800);
      assertEquals(slowly(limit, most, bytes), LargestSize.within(limit, most, bytes));
    }
  }

  @Test
  void asksForFewSizesWhereMemoryGrowsOnALine() {
    AtomicInteger asked = new AtomicInteger();
    IntToLongFunction line =
        size -> {
          asked.incrementAndGet();
          return 1_000_000_007L + 308_756L * size;
        };
    assertEquals(
        16_000_000, LargestSize.within(1_000_000_007L + 308_756L * 16_000_000, 1 << 24, line));
    assertTrue(asked.get() <= 5, "asked " + asked);
  }

  @Test
  void aCliffIsFoundByHalving() {
    AtomicInteger asked = new AtomicInteger();
    IntToLongFunction cliff =
        size -> {
          asked.incrementAndGet();
          return size < 12_345_678 ? size : Long.MAX_VALUE / 2;
        };
    assertEquals(12_345_677, LargestSize.within(1L << 40, 1 << 24, cliff));
    assertTrue(asked.get() <= 80, "asked " + asked);
  }
}
