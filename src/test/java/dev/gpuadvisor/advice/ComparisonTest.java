package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.Workloads;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named offers side by side: prices are held against that of the first, whichever is the best. */
class ComparisonTest {

  private static Comparison of(String... names) {
    return compare(Arrays.stream(names).map(name -> named(name, Optional.empty())).toList());
  }

  private static Compared named(String offer, Optional<Integer> units) {
    return new Compared(Workloads.CATALOG.offers().find(offer).orElseThrow(), units);
  }

  private static Comparison compare(List<Compared> named) {
    return Advisor.compare(Questions.of("qwen2.5-14b", 8192, "8bit"), named, Questions.TODAY);
  }

  /** One would do, and another number is what somebody wants to know of. */
  @Test
  void ofAsManyAsAreNamed() {
    Comparison comparison =
        compare(List.of(named("AMPERE_24", Optional.of(4)), named("AMPERE_24", Optional.of(2))));

    assertEquals(
        List.of(4, 2),
        comparison.assessments().stream().map(each -> each.worker().units()).toList());
  }

  private static Assessment of(Comparison comparison, String offer) {
    return comparison.assessments().stream()
        .filter(each -> each.offer().id().equals(offer))
        .findFirst()
        .orElseThrow();
  }

  /** Dollars per hour: 0.684, 1.116, 1.224 and 2.7216. */
  @ParameterizedTest
  @CsvSource({
    "AMPERE_24, AMPERE_48, 0.0, 78.9",
    "AMPERE_48, AMPERE_24, 0.0, -44.1",
    "ADA_24_PRO, AMPERE_48, 0.0, 9.7",
  })
  void againstTheFirst(String first, String second, BigDecimal own, BigDecimal other) {
    Comparison comparison = of(first, second);

    assertEquals(2, comparison.assessments().size());
    assertEquals(Optional.of(own), of(comparison, first).differencePercent());
    assertEquals(Optional.of(other), of(comparison, second).differencePercent());
  }
}
