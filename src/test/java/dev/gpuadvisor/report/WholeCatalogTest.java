package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of all models, in both languages and formats: whole, and in one language each. */
class WholeCatalogTest {

  /** Besides the plain one; each is asked of every fourth model. */
  private static final List<String> QUESTIONS =
      List.of(
          "&current=A10G&current_price_per_hour=1.00&lora_rank=16",
          "&quantization=16bit&max_gpus=16&context=32768&min_supply=high&budget_per_hour=5",
          "&provider=all&current=AMPERE_24&max_gpus=8",
          "&quantization=16bit,8bit,4bit&max_gpus=4&rank_by=speed&current=ADA_80_PRO");

  static Stream<Arguments> models() {
    List<Model> generators =
        BundledCatalog.catalog().models().all().stream()
            .filter(model -> model.kind() == ModelKind.GENERATOR)
            .toList();
    return IntStream.range(0, generators.size())
        .mapToObj(i -> Arguments.of(generators.get(i).id(), i % QUESTIONS.size()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isWellWritten(String model, int question) throws IOException {
    inAllForms("model=" + model, model);
    inAllForms("model=" + model + QUESTIONS.get(question), model + "-" + question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=llama-3.1-8b&task=qlora&batch=2",
        "model=llama-3.1-70b&task=full&max_gpus=16",
        "model=llama-3.1-8b&task=lora&train_embeddings=true&current=AMPERE_24",
        "model=qwen2.5-14b&runtime=vllm&rank_by=cost_per_token&min_tokens_per_second=30",
        "model=qwen2.5-14b&runtime=llama.cpp&kv_cache=q8_0&quantization=6bit",
        "model=qwen2.5-14b&quantization=8bit&current=AMPERE_24",
        "model=qwen2.5-14b&quantization=8bit&current=L4&current_price_per_hour=0.10",
        "model=qwen2.5-14b&budget_per_month=20&hours_per_month=100&current=AMPERE_16",
        "model=qwen2.5-14b&quantization=8bit&context=26000&budget_per_hour=0.7",
        "model=llama-2-7b&context=8192&quantization=fp8",
        "parameters=14.8b",
        "model=qwen2.5-14b&current_price_per_hour=1.00",
        "model=qwen2.5-14b&provider=all&min_supply=low&budget_per_hour=1",
        "model=qwen2.5-14b&provider=all&task=qlora&starts_per_hour=2&startup_seconds=60",
        "parameters=0.5b&quantization=4bit",
        "layers=32&hidden_size=4096&heads=32&kv_heads=8&feed_forward_size=14336&vocabulary=128256"
      })
  void isWellWrittenWhateverIsAsked(String question) throws IOException {
    inAllForms(question, question.replaceAll("[^a-z0-9]+", "-"));
  }

  private static void inAllForms(String question, String name) throws IOException {
    int headings = 0;
    for (String language : List.of("en", "fr")) {
      String markdown = Reporting.report(question + "&format=markdown&lang=" + language);
      String html = Reporting.report(question + "&format=html&lang=" + language);
      Reporting.store(html, language, name);
      WellWritten.check(markdown, language);
      WellWritten.check(WellWritten.textOf(html), language);
      WellWritten.checkHasNothingEmpty(markdown);

      int inMarkdown = markdown.split("\n#").length;
      assertEquals(inMarkdown, html.split("<h[2-4]>").length, "headings of " + question);
      assertEquals(headings == 0 ? inMarkdown : headings, inMarkdown, "in both languages");
      headings = inMarkdown;
    }
  }

  /** Checks that accept anything would pass all of the above. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Loue {offer}.",
        "Loue null.",
        "Voir report.offers.note.",
        "The cheapest offer.",
        "Le prix est 5.0",
        "Le prix est $5"
      })
  void refusesWhatIsNotFrench(String text) {
    assertThrows(AssertionError.class, () -> WellWritten.check(text, "fr"));
  }

  @Test
  void refusesWhatIsNotEnglish() {
    assertThrows(AssertionError.class, () -> WellWritten.check("La moins chère avec 8bit", "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## A\n\n## B\n\nb\n",
        "## A\n\n### B\n\n## C\n\nc\n",
        "## A\n",
        "## A\n\n- **B:** \n",
        "## A\n\n| b |\n| --- |\n\n",
        "## A\n\n| b |\n| --- |\n|  |\n"
      })
  void refusesWhatIsEmpty(String markdown) {
    assertThrows(AssertionError.class, () -> WellWritten.checkHasNothingEmpty(markdown));
  }
}
