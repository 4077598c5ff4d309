package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Supply;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on a few offers of one GPU, each at a price per hour and with so much stock. */
class JudgeTest {

  private static Recommendation among(String offers) {
    List<Offer> all =
        Arrays.stream(offers.split(", "))
            .map(each -> each.split(" "))
            .map(part -> Offers.of(part[0], part[1], Supply.valueOf(part[2])))
            .toList();
    return Questions.answer(
        Questions.offering(Questions.of("llama-3.1-8b", 4096, "4bit"), none -> all));
  }

  private static Assessment of(String card, Recommendation answer) {
    return Questions.assessment(answer, card, "4bit");
  }

  /** Cards of 16, 20, 24 and 48 GB; a sixth more or less is the same memory. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L4 1.00 HIGH | BEST_CHOICE",
        "L4 1.00 LOW, T4 1.10 HIGH | BEST_CHOICE LESS_MEMORY_DEARER",
        "L4 1.00 LOW, T4 1.10 LOW | BEST_CHOICE DOMINATED",
        "L4 1.00 LOW, RTX_A4500 1.10 HIGH | BEST_CHOICE SAME_MEMORY_DEARER",
        "L4 1.00 LOW, RTX_A5000 1.10 HIGH | BEST_CHOICE SAME_MEMORY_DEARER",
        "RTX_A4500 1.00 HIGH, L4 1.10 HIGH | BEST_CHOICE ACCEPTABLE",
        "RTX_A4500 1.00 HIGH, L4 1.25 HIGH | BEST_CHOICE ACCEPTABLE",
        "RTX_A4500 1.00 HIGH, L4 1.26 HIGH | BEST_CHOICE OVERSIZED",
        "RTX_A4500 1.00 HIGH, L4 2.00 HIGH | BEST_CHOICE OVERSIZED",
        "RTX_A4500 1.00 HIGH, L4 2.01 HIGH | BEST_CHOICE OVERSIZED_AND_DEAR",
        "A40 1.00 HIGH, L4 1.00 HIGH | BEST_CHOICE LESS_MEMORY_DEARER",
        "A40 1.00 HIGH, L4 1.01 HIGH | BEST_CHOICE DOMINATED",
      })
  void againstTheBest(String offers, String verdicts) {
    Recommendation answer = among(offers);

    assertEquals(
        verdicts,
        Arrays.stream(offers.split(", "))
            .map(each -> of(each.split(" ")[0], answer).verdict().name())
            .collect(Collectors.joining(" ")));
  }

  /** What beats it is the cheapest with more memory and no worse supply. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L4 1.00 HIGH, A40 1.20 LOW, L40 1.30 HIGH, RTX_5090 1.40 HIGH | L40",
        "L4 1.00 HIGH, A40 1.20 LOW, L40 1.30 HIGH, RTX_5090 1.40 LOW | A40",
        "L4 1.00 HIGH, A40 1.20 HIGH, L40 1.30 HIGH, RTX_5090 1.40 HIGH | A40",
        "L4 1.00 HIGH, A40 1.20 LOW, L40 1.30 MEDIUM, RTX_5090 1.40 HIGH | none",
        "A40 1.00 LOW, L4 1.10 LOW, L40 1.20 HIGH, RTX_5090 1.40 MEDIUM | L40",
        "L4 1.00 HIGH, RTX_5090 1.40 HIGH, A40 1.50 HIGH | none",
      })
  void whatBeatsALargeCard(String offers, String dominator) {
    Assessment assessment = of("RTX_5090", among(offers));

    assertEquals(dominator, assessment.dominator().map(Offer::id).orElse("none"));
    assertEquals(dominator.equals("none"), assessment.verdict() != Verdict.DOMINATED);
  }

  /** The sentence belongs to the verdict. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L4 1.00 LOW, T4 1.10 HIGH | T4 | verdict.less_memory_dearer",
        "L4 1.00 LOW, T4 1.10 LOW | T4 | verdict.dominated",
        "L4 1.00 LOW, RTX_A4500 1.10 HIGH | RTX_A4500 | verdict.same_memory_dearer",
        "L4 1.00 LOW, RTX_4090 1.10 HIGH | RTX_4090 | verdict.same_memory_faster",
        "RTX_A4500 1.00 HIGH, L4 1.10 HIGH | L4 | verdict.acceptable",
        "RTX_A4500 1.00 HIGH, L4 1.50 HIGH | L4 | verdict.oversized",
        "RTX_A4500 1.00 HIGH, L4 3.00 HIGH | L4 | verdict.oversized_and_dear",
        "L4 0 HIGH, A40 1.00 HIGH | A40 | verdict.best_is_free",
        "L4 0 LOW, RTX_A4500 1.00 HIGH | RTX_A4500 | verdict.best_is_free",
        "L4 0 LOW, T4 1.00 HIGH | T4 | verdict.best_is_free",
        "L4 0 LOW, T4 0 HIGH | T4 | verdict.less_memory_dearer",
      })
  void inWhichWords(String offers, String card, String reason) {
    assertEquals(reason, of(card, among(offers)).reason().key());
  }
}
