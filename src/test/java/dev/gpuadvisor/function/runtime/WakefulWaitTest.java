package dev.gpuadvisor.function.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WakefulWaitTest {

  private final WakefulWait wait = new WakefulWait(1000);
  private final Line line = new Line();

  @Test
  void endsWhenSomethingHasCome() throws IOException {
    line.silentLooks = 3;
    assertEquals(4, looksOfOneWait());
    assertEquals(1, looksOfOneWait());
  }

  @Test
  void sleepsThroughMoreAndMoreWaitsWhereNothingComes() throws IOException {
    line.silentLooks = Integer.MAX_VALUE;
    for (int asleep : new int[] {1, 3, 7, 15, 31, 63, 127, 255, 255}) {
      assertTrue(looksOfOneWait() > 0);
      for (int i = 0; i < asleep; i++) {
        assertEquals(0, looksOfOneWait());
      }
    }
  }

  @Test
  void staysAwakeAgainAsSoonAsSomethingHasComeInTime() throws IOException {
    line.silentLooks = Integer.MAX_VALUE;
    assertTrue(looksOfOneWait() > 0);
    assertEquals(0, looksOfOneWait());
    line.silentLooks = 0;
    assertEquals(1, looksOfOneWait());
    line.silentLooks = Integer.MAX_VALUE;
    assertTrue(looksOfOneWait() > 0);
    assertEquals(0, looksOfOneWait());
    assertTrue(looksOfOneWait() > 0);
  }

  private int looksOfOneWait() throws IOException {
    line.looks = 0;
    wait.await(line);
    return line.looks;
  }

  /** Has nothing to read at first. */
  private static final class Line extends InputStream {

    private int silentLooks;
    private int looks;

    @Override
    public int available() {
      looks++;
      if (silentLooks == 0) {
        return 1;
      }
      silentLooks--;
      return 0;
    }

    @Override
    public int read() {
      throw new AssertionError("Waiting takes nothing");
    }
  }
}
