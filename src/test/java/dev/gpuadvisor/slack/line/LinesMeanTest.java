package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line means is what a query of the API means, number by number. */
class LinesMeanTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());
  private static final String QWEN = "model=qwen2.5-14b&";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ctx=32 k | context=32768",
        "ctx=32 K out=1 k users=4 | context=32768&output_tokens=1024&concurrency=4",
        "ctx=32 k 8bit | context=32768&quantization=8bit",
        "ctx=8 192 | context=8192",
        "ctx=8,192 | context=8192",
        "ctx=1M | context=1048576",
        "ctx=1e4 | context=10000",
        "vs a10g@0,684 | current=A10G&current_price_per_hour=0.684",
        "vs a10g@0,684 fr | current=A10G&current_price_per_hour=0.684",
        "vs a10g@1,006 fr | current=A10G&current_price_per_hour=1.006",
        "vs a10g@1,00 | current=A10G&current_price_per_hour=1.00",
        "vs a10g@730/mo | current=A10G&current_price_per_hour=1",
        "vs a10g @ 730 / mo | current=A10G&current_price_per_hour=1",
        "vs a10g@24/day | current=A10G&current_price_per_hour=1",
        "vs a10g@$1.00 per hour | current=A10G&current_price_per_hour=1.00",
        "vs=a10g@0,5 $/h | current=A10G&current_price_per_hour=0.5",
        "vs 1.20/h | current_price_per_hour=1.20",
        "budget=0,500/h | budget_per_hour=0.500",
        "budget=3 per hour | budget_per_hour=3",
        "budget=3 $/h | budget_per_hour=3",
        "budget=500/mo | budget_per_month=500",
        "budget=24/day | budget_per_month=730",
        "budget=1,500/month | budget_per_month=1500",
        "budget=1 500 $/mois fr | budget_per_month=1500",
        "budget_per_hour=3 | budget_per_hour=3",
        "hours=8h/day | hours_per_month=243.333333",
        "hours=40 h/mo | hours_per_month=40",
        "task=lora | task=lora",
        "task=qlora seq=4k batch=2 | task=qlora&sequence_length=4096&batch=2",
        "rank_by=speed speed=30 | rank_by=speed&min_tokens_per_second=30",
        "starts=3 startup=45s idle=1min"
            + " | starts_per_hour=3&startup_seconds=45&idle_seconds=60",
        "adapters=8 lora=16 | adapters=8&lora_rank=16",
        "vs a10g current_price_per_hour=1 | current=A10G&current_price_per_hour=1"
      })
  void theSameAsAQuery(String line, String query) {
    Arguments arguments = new Arguments();
    FormEncoding.read(QWEN + query, arguments);
    Request request = LineReader.read("qwen2.5-14b " + line, Language.EN, QUESTIONS);

    assertEquals(List.of(), request.doubts());
    assertEquals(List.of(), request.remarks());
    assertEquals(
        values(arguments, Language.EN), values(request.arguments(), request.language()), line);
  }

  /** What changes the money or the workload stops the answer where it is not understood. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget_per_hour=500/mo | budget_per_hour",
        "budget_per_month=3/h | budget_per_month",
        "budget=300€/mo | budget_per_month",
        "budget=300 € / mo | budget_per_month",
        "vs a10g@1 € | current_price_per_hour",
        "vs a10g@1,006 | current_price_per_hour",
        "hours=2/h | hours_per_month",
        "supply=plenty | min_supply",
        "ctx=32 apples | ''",
        "ctx=32kb | context",
        "zone=eu | ''",
        "tariff=weekly | ''"
      })
  void isNotAnswered(String line, String parameter) {
    Request request = LineReader.read("qwen2.5-14b " + line, Language.EN, QUESTIONS);
    if (request.doubts().isEmpty() && request.remarks().isEmpty()) {
      assertEquals(List.of(parameter), faulty(request));
    } else {
      assertEquals("", parameter);
    }
  }

  private static List<String> faulty(Request request) {
    try {
      LenientReading.read(request, QUESTIONS.recommendation());
    } catch (ProblemException e) {
      return e.problem().faults().stream().map(Fault::parameter).toList();
    }
    return List.of();
  }

  private static Map<String, Object> values(Arguments arguments, Language language) {
    Reader<Map<String, Object>> reader =
        new Reader<>(
            QUESTIONS.catalog(),
            QUESTIONS.lexicon(),
            QUESTIONS.recommendation().parameters(),
            inputs -> {
              Map<String, Object> values = new TreeMap<>();
              for (Parameter<?> parameter : inputs.given()) {
                values.put(parameter.name(), inputs.all(parameter));
              }
              return Optional.of(values);
            });
    Map<String, Object> values = reader.read(arguments, language).question();
    assertTrue(values.size() > 1, values::toString);
    return values;
  }
}
