package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "qwen, qwen, 0",
    "'', qwen, 4",
    "qwen, qwem, 1",
    "qwen, qwe, 1",
    "qwen, qwenn, 1",
    "qwen, qewn, 1",
    "ampere24, ampere48, 2",
    "kitten, sitting, 3",
    "ca, abc, 3",
  })
  void countsInsertionsDeletionsChangesAndSwaps(String a, String b, int distance) {
    assertEquals(distance, EditDistance.between(a, b));
    assertEquals(distance, EditDistance.between(b, a));
  }

  @Test
  void looksNoFurtherThan64Letters() {
    assertEquals(0, EditDistance.between("x".repeat(64), "x".repeat(1_000_000)));
  }
}
