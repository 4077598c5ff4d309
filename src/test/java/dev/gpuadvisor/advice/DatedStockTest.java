package dev.gpuadvisor.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider showed of its stock is known for a day. */
class DatedStockTest {

  private static final Question QUESTION = Questions.of("qwen2.5-14b", 8192, "8bit");

  private static Stock seen(Supply supply, LocalDate day) {
    return new Stock(supply, Optional.of(day));
  }

  @ParameterizedTest
  @CsvSource({"0, HIGH", "1, HIGH", "2, UNKNOWN", "30, UNKNOWN"})
  void isUnknownADayAfterItWasSeen(int days, Supply supply) {
    LocalDate day = Questions.TODAY.minusDays(days);
    Question question =
        Questions.offering(
            QUESTION,
            offers -> offers.stream().map(each -> each.with(seen(Supply.HIGH, day))).toList());
    List<Offer> offers = question.priceLists().get(0).offers();

    Recommendation recommended = Advisor.recommend(question, Questions.TODAY);
    Comparison compared =
        Advisor.compare(
            question,
            offers.stream().map(each -> new Compared(each, Optional.empty())).toList(),
            Questions.TODAY);

    recommended
        .assessments()
        .forEach(each -> assertEquals(supply, each.offer().supply(), each.offer().id()));
    compared
        .assessments()
        .forEach(each -> assertEquals(supply, each.offer().supply(), each.offer().id()));
  }

  /** What an analysis found over some time stands for no day. */
  @ParameterizedTest
  @CsvSource({"HIGH", "LOW"})
  void withoutADayItDoesNotAge(Supply supply) {
    Question question =
        Questions.offering(
            QUESTION, offers -> offers.stream().map(each -> each.with(Stock.of(supply))).toList());

    Advisor.recommend(question, Questions.TODAY.plusYears(1))
        .assessments()
        .forEach(each -> assertEquals(supply, each.offer().supply()));
  }
}
