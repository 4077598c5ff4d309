package dev.gpuadvisor.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.question.Questions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a month costs at other loads. */
class LoadCurveTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(Asking.NOON, ZoneOffset.UTC);

  private static Optional<LoadCurve> ask(String query) {
    Arguments arguments = new Arguments();
    FormEncoding.read(query, arguments);
    Question question =
        Questions.of(BundledCatalog.catalog()).recommendation().read(arguments).question();
    return LoadCurve.of(Advisor.recommend(question, TODAY));
  }

  /** At each load the way that is named costs no more than any other, and more load no less. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=llama-3.1-8b&requests_per_second=8&provider=all",
        "model=qwen2.5-14b&requests_per_day=5000&provider=modal&api_usd_per_million_input=0.2"
            + "&api_usd_per_million_output=0.6",
        "model=gpt-oss-20b&requests_per_second=0.2&latency=batch",
      })
  void namesTheCheapestWay(String query) {
    LoadCurve curve = ask(query).orElseThrow();
    double before = 0;
    for (double rate : curve.rates()) {
      double least =
          curve.ways().stream()
              .mapToDouble(way -> way.usdAt().applyAsDouble(rate))
              .min()
              .orElseThrow();
      double named =
          curve.cheapest().stream()
              .filter(each -> each.from() <= rate)
              .reduce((one, next) -> next)
              .orElseThrow()
              .way()
              .usdAt()
              .applyAsDouble(rate);
      assertEquals(least, named, 1e-6 * least, "at " + rate);
      assertTrue(least >= before * (1 - 1e-9), "at " + rate);
      before = least;
    }
    assertEquals(curve.cheapest().size(), curve.sentences().size());
    assertTrue(curve.low() < curve.asked() && curve.asked() < curve.high());
  }

  @Test
  void withoutALoadThereIsNone() {
    assertTrue(ask("model=llama-3.1-8b").isEmpty());
  }
}
