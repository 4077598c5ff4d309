package dev.gpuadvisor.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void aDoublingHasOneLength() {
    Scale scale = new Scale(1, 16, 0, 400);

    assertEquals(0, scale.at(1), 1e-9);
    assertEquals(100, scale.at(2), 1e-9);
    assertEquals(200, scale.at(4), 1e-9);
    assertEquals(400, scale.at(16), 1e-9);
  }

  @Test
  void leavesAMarginAndSpreadsWhatIsClose() {
    Scale far = Scale.around(List.of(1.0, 100.0), 0, 100);
    assertTrue(far.low() < 1 && far.high() > 100);

    Scale alike = Scale.around(List.of(10.0), 0, 100);
    assertEquals(4, alike.high() / alike.low(), 1e-9);
    assertEquals(50, alike.at(10), 1e-9);
  }

  @Test
  void hasRoundTicksAndFewerWhereTheyWouldTouch() {
    Scale wide = new Scale(10, 100, 0, 1000);
    assertEquals(
        List.of(12.0, 16.0, 24.0, 32.0, 48.0, 64.0, 96.0), wide.ticks(2, List.of(1.0, 1.5), 40));

    Scale narrow = new Scale(10, 100, 0, 200);
    assertEquals(List.of(16.0, 32.0, 64.0), narrow.ticks(2, List.of(1.0, 1.5), 40));
  }

  @Test
  void writesCoordinatesShort() {
    assertEquals("0.1", Scale.text(0.12345));
    assertEquals("10", Scale.text(10.0));
    assertEquals("-3.5", Scale.text(-3.49999));
  }
}
