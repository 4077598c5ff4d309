package dev.gpuadvisor.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {

  private final NameIndex<Integer> index =
      NameIndex.<Integer>builder()
          .add(14, "qwen2.5-14b-instruct", List.of("qwen2.5-14b", "Qwen/Qwen2.5-14B-Instruct"))
          .add(7, "mistral-7b-instruct-v0.3", List.of("mistral-7b"))
          .add(90, "RTX_3090", List.of("3090"))
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qwen2.5-14b-instruct",
        "QWEN2.5 14B",
        "qwen2.5_14b",
        "Qwen/Qwen2.5-14B-Instruct",
        " qwen 2.5-14b "
      })
  void findsAnEntryHoweverItsNamesAreTyped(String typed) {
    assertEquals(Optional.of(14), index.find(typed));
  }

  @Test
  void findsNothingByAPartOfAName() {
    assertTrue(index.find("qwen2.5").isEmpty());
    assertTrue(index.find("").isEmpty());
  }

  @Test
  void keepsTheOrderInWhichEntriesWereAdded() {
    assertEquals(List.of(14, 7, 90), index.all());
    assertEquals(
        List.of("qwen2.5-14b-instruct", "mistral-7b-instruct-v0.3", "RTX_3090"), index.ids());
  }

  @Test
  void makesItsListsOnce() {
    assertSame(index.all(), index.all());
    assertSame(index.ids(), index.ids());
  }

  @Test
  void suggestsIdsWhoseNamesAreNear() {
    assertEquals(List.of("mistral-7b-instruct-v0.3"), index.nearest("mistrla7b", 1));
    assertEquals("RTX_3090", index.nearest("RTX 3080", 3).get(0));
    assertEquals(3, index.nearest("", 10).size());
  }

  @Test
  void refusesANameThatIsTakenHoweverItIsWritten() {
    NameIndex.Builder<Integer> builder =
        NameIndex.<Integer>builder().add(1, "RTX_3090", List.of("3090"));

    assertEquals(
        "'rtx 3090' already names 'RTX_3090'",
        assertThrows(IllegalArgumentException.class, () -> builder.add(2, "rtx 3090", List.of()))
            .getMessage());
  }

  @Test
  void refusesAnAliasThatDiffersOnlyInWhatDoesNotCount() {
    assertThrows(
        IllegalArgumentException.class,
        () -> NameIndex.<Integer>builder().add(1, "RTX_3090", List.of("rtx-3090")));
  }
}
