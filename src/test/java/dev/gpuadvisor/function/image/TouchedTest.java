package dev.gpuadvisor.function.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TouchedTest {

  @Test
  void whatWasTouchedComesInItsOrderAndNothingElse() throws ReflectiveOperationException {
    Touched touched =
        new Touched(
            "# by a script\n"
                + Touched.checksum("third")
                + "\n"
                + Touched.checksum("gone since")
                + "\n"
                + Touched.checksum("first")
                + "\n");
    assertEquals(
        List.of("third", "first"), touched.of(List.of("first", "second", "third"), name -> name));
  }

  @Test
  void namesakesLieTogether() throws ReflectiveOperationException {
    Touched touched = new Touched(Touched.checksum("b") + "\n" + Touched.checksum("a") + "\n");
    assertEquals(
        List.of("b1", "b2", "a1"),
        touched.of(List.of("a1", "b1", "c1", "b2"), name -> name.substring(0, 1)));
  }

  @Test
  void theFunctionWasWatched() {
    assertTrue(Touched.read().size() > 1000);
  }
}
