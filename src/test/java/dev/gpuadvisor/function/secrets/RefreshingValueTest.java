package dev.gpuadvisor.function.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshingValueTest {

  private static final Duration FRESH = Duration.ofMinutes(2);

  private final SettableClock clock = new SettableClock();
  private int reads;
  private boolean broken;
  private final RefreshingValue<Integer> kept = new RefreshingValue<>(this::read, FRESH, clock);

  private Integer read() throws IOException {
    reads++;
    if (broken) {
      throw new IOException("broken");
    }
    return reads;
  }

  @Test
  void isReadWhenItIsAskedFor() {
    assertEquals(0, reads);
  }

  @Test
  void isReadOnceWhileItIsFresh() throws IOException {
    assertEquals(1, kept.get());
    clock.advance(FRESH.minusMillis(1));
    assertEquals(1, kept.get());
    assertEquals(1, reads);
  }

  @Test
  void isReadAgainWhenItIsNot() throws IOException {
    assertEquals(1, kept.get());
    clock.advance(FRESH);
    assertEquals(2, kept.get());
  }

  @Test
  void staysInUseWhileTheSourceFails() throws IOException {
    assertEquals(1, kept.get());
    broken = true;
    clock.advance(FRESH);
    assertEquals(1, kept.get());
    clock.advance(RefreshingValue.USABLE.minus(FRESH).minusMillis(1));
    assertEquals(1, kept.get());
  }

  @Test
  void isNotUsedForEver() throws IOException {
    assertEquals(1, kept.get());
    broken = true;
    clock.advance(RefreshingValue.USABLE);
    assertThrows(IOException.class, kept::get);
  }

  @Test
  void failingSourceIsNotAskedEachTime() {
    broken = true;
    assertThrows(IOException.class, kept::get);
    clock.advance(RefreshingValue.PAUSE.minusMillis(1));
    assertThrows(IOException.class, kept::get);
    assertEquals(1, reads);
  }

  @Test
  void recovers() throws IOException {
    broken = true;
    assertThrows(IOException.class, kept::get);
    broken = false;
    clock.advance(RefreshingValue.PAUSE);
    assertEquals(2, kept.get());
    clock.advance(FRESH.minusMillis(1));
    assertEquals(2, kept.get());
  }

  @Test
  void isLookedUpAgainOnRequestButNotEachTime() throws IOException {
    assertEquals(1, kept.newest());
    clock.advance(RefreshingValue.PAUSE.minusMillis(1));
    assertEquals(1, kept.newest());
    clock.advance(Duration.ofMillis(1));
    assertEquals(2, kept.newest());
    broken = true;
    clock.advance(RefreshingValue.PAUSE);
    assertEquals(2, kept.newest());
    assertEquals(2, kept.newest());
    assertEquals(3, reads);
  }
}
