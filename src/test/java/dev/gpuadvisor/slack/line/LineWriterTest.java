package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWriterTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());

  @ParameterizedTest
  @CsvSource({
    "please 8 bit qwen 14b, qwen3-14b 8bit",
    "qwen2.5-14b int4 fp8 ctx = 32 k users=4, qwen2.5-14b-instruct int4 fp8 ctx=32 k users=4",
    "qwen2.5-14b vs a10g @ 1.00, qwen2.5-14b-instruct vs a10g@1.00",
    "qwen2.5-14b vs rtx 3090 8bit, qwen2.5-14b-instruct 8bit vs rtx 3090",
    "qwen2.5-14b current=1.00, qwen2.5-14b-instruct current_price_per_hour=1.00",
    "qwen2.5-14b budget=3/h share, qwen2.5-14b-instruct budget=3/h",
    "qwen2.5-14b budget_per_month=500, qwen2.5-14b-instruct budget_per_month=500",
    "compare ADA_24_PRO vs AMPERE_24 for qwen2.5-14b,"
        + " compare ADA_24_PRO AMPERE_24 for qwen2.5-14b-instruct",
    "OFFERS provider=all supply=high, offers provider=all supply=high",
    "modèles llama 8b, models llama 8b",
    "qwen2.5-14b fr, qwen2.5-14b-instruct fr",
    "parameters=32b 4bit, 4bit parameters=32b"
  })
  void writesTheSameQuestionInAFixedOrder(String typed, String written) {
    assertEquals(Optional.of(written), write(read(typed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2.5-14b @zzqx", "models *a*b", "models <!here>", "models a&b"})
  void writesNothingThatCouldBeMarkup(String typed) {
    assertEquals(Optional.empty(), write(read(typed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwen2.5-14b 8bit 4bit gpus=2 budget=3/h ctx=8k"})
  void changesOneWordAndKeepsTheRest(String typed) {
    Request asked = read(typed);
    Request other = asked.with(Parameters.QUANTIZATION, "16bit");

    assertEquals(Optional.of("qwen2.5-14b-instruct 16bit ctx=8k budget=3/h gpus=2"), write(other));
    assertEquals(List.of("8bit", "4bit"), asked.arguments().get("quantization"));
    assertTrue(
        write(asked.without(List.of(RentingParameters.BUDGET_PER_HOUR)))
            .orElseThrow()
            .contains("gpus"));
  }

  private static Request read(String line) {
    return LineReader.read(line, Language.EN, QUESTIONS);
  }

  private static Optional<String> write(Request request) {
    return LineWriter.write(request, QUESTIONS, Language.EN);
  }
}
