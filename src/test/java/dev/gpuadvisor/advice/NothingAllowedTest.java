package dev.gpuadvisor.advice;

import static dev.gpuadvisor.advice.Questions.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Constraints.Budget;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reader is told which of the limits excludes what fits: those that were set, and no other. */
class NothingAllowedTest {

  private static Optional<Note> note(Question question) {
    return answer(question).notes().stream()
        .filter(note -> note.code().id().equals("nothing_allowed"))
        .findFirst();
  }

  private static List<?> settings(Note note, String name) {
    return note.text().values().stream()
        .filter(value -> value.name().equals(name))
        .map(value -> (List<?>) value.content())
        .findFirst()
        .orElse(List.of());
  }

  private static Constraints limits(String perHour, Supply supply, String tokens) {
    Optional<BigDecimal> budget = Optional.ofNullable(perHour).map(BigDecimal::new);
    return new Constraints(
        new Budget(budget, Optional.empty(), Usage.always()),
        supply,
        1,
        Optional.ofNullable(tokens).map(BigDecimal::new),
        RankBy.PRICE);
  }

  private static Question asked(Constraints limits) {
    return Questions.within(Questions.of("qwen2.5-14b", 8192, "8bit"), limits);
  }

  @Test
  void whatWasNotAskedForIsNotNamed() {
    Note note = note(asked(limits("0.10", Supply.UNKNOWN, null))).orElseThrow();
    assertEquals(List.of("budget_per_hour=0.1"), settings(note, "limits"));
    assertEquals(List.of(), settings(note, "alone"));
  }

  @Test
  void whatAloneIsInTheWayIsNamed() {
    Note note = note(asked(limits("0.7", Supply.HIGH, "500"))).orElseThrow();
    assertEquals(
        List.of("budget_per_hour=0.7", "min_supply=high", "min_tokens_per_second=500"),
        settings(note, "limits"));
    assertEquals(List.of("min_tokens_per_second=500"), settings(note, "alone"));
  }

  /**
   * Each limit that is said to be in the way: without it there is an answer; with it there is none.
   */
  @Test
  void leavingOutWhatIsNamedIsEnough() {
    Random random = new Random(14);
    Set<List<?>> said = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      String perHour = random.nextInt(4) == 0 ? null : "" + (1 + random.nextInt(40)) / 10.0;
      Supply supply = random.nextBoolean() ? Supply.HIGH : Supply.UNKNOWN;
      String tokens = random.nextInt(4) == 0 ? null : "" + (5 + random.nextInt(120));
      Optional<Note> note = note(asked(limits(perHour, supply, tokens)));
      if (note.isEmpty()) {
        continue;
      }
      List<?> all = settings(note.get(), "limits");
      List<?> alone = settings(note.get(), "alone");
      said.add(alone.stream().map(each -> each.toString().replaceAll("=.*", "")).toList());
      if (all.size() > 1) {
        check("budget_per_hour", limits(null, supply, tokens), all, alone);
        check("min_supply", limits(perHour, Supply.UNKNOWN, tokens), all, alone);
        check("min_tokens_per_second", limits(perHour, supply, null), all, alone);
      }
    }
    assertTrue(said.size() >= 4, said.toString());
  }

  private static void check(String name, Constraints without, List<?> all, List<?> alone) {
    if (all.stream().anyMatch(each -> each.toString().startsWith(name + "="))) {
      boolean enough = answer(asked(without)).picks().recommended().isPresent();
      boolean named = alone.stream().anyMatch(each -> each.toString().startsWith(name + "="));
      assertEquals(enough, named, name + " of " + all);
    }
  }
}
