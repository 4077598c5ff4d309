package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.message.MessageBuilder;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines mean, written as the query of the API that asks the same. */
class LineReaderTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());
  private static final String QWEN = "model=qwen2.5-14b-instruct";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tune qwen2.5-14b qlora 5m tokens | task=qlora&dataset_tokens=5m tokens",
        "finetune qwen2.5-14b 20k examples 3 epochs"
            + " | task=lora&examples=20k examples&epochs=3 epochs",
        "train qwen2.5-14b full fsdp adamw_8bit 8 gpus"
            + " | task=full&sharding=fsdp&optimizer=adamw_8bit&max_gpus=8 gpus",
        "tune unsloth qwen2.5-14b seq=4k | task=lora&sequence_length=4k&trainer=unsloth",
        "tune qwen2.5-14b task=qlora data=2m | task=qlora&dataset_tokens=2m",
        "affiner qwen2.5-14b qlora 3 époques | task=qlora&epochs=3 époques"
      })
  void readsARun(String line, String query) {
    Request request = read(line);

    assertEquals(List.of(), request.doubts());
    assertEquals(Verb.RECOMMEND, request.verb());
    assertEquals(QWEN + "&" + query, query(request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qwen2.5-14b 8bit | quantization=8bit",
        "8bit qwen2.5-14b | quantization=8bit",
        "  qwen2.5-14b\u00a08-BIT  | quantization=8bit",
        "qwen 2.5 14b 8 bits | quantization=8bit",
        "Qwen/Qwen2.5-14B-Instruct | ''",
        "\u201cqwen2.5-14b\u201d, `8bit`. | quantization=8bit",
        "model=qwen2.5-14b quant=8bit,int4 | quantization=8bit,int4",
        "qwen2.5-14b 8bit,4bit | quantization=8bit&quantization=4bit",
        "qwen2.5-14b with 8bit and awq please | quantization=8bit&quantization=awq",
        "qwen2.5-14b int4 | quantization=int4",
        "qwen2.5-14b int8 | quantization=int8",
        "qwen2.5-14b q8 | quantization=q8",
        "qwen2.5-14b ctx=32k | context=32k",
        "qwen2.5-14b 32k | context=32k",
        "qwen2.5-14b ctx = 1.5K | context=1.5K",
        "qwen2.5-14b ctx:16000 | context=16000",
        "qwen2.5-14b context=8,192 out=1k | context=8,192&output_tokens=1k",
        "qwen2.5-14b users=4 lora=16 | concurrency=4&lora_rank=16",
        "qwen2.5-14b runtime=vllm kv=fp8 gpus=2 | runtime=vllm&kv_cache=fp8&max_gpus=2",
        "qwen2.5-14b budget=3/h | budget_per_hour=3/h",
        "qwen2.5-14b budget=$2,50/h | budget_per_hour=$2,50/h",
        "qwen2.5-14b budget=1,500/mo | budget_per_month=1,500/mo",
        "qwen2.5-14b budget=500/mois dispo=élevée | budget_per_month=500/mois&min_supply=élevée",
        "qwen2.5-14b hours=40/mo supply=HIGH | hours_per_month=40/mo&min_supply=HIGH",
        "qwen2.5-14b heures=40h/mois | hours_per_month=40h/mois",
        "qwen2.5-14b vs a10g@1.00 | current=a10g&current_price_per_hour=1.00",
        "qwen2.5-14b vs a10g @ $1.00/h | current=a10g&current_price_per_hour=$1.00/h",
        "vs rtx 3090@0,50 qwen2.5-14b | current=rtx 3090&current_price_per_hour=0,50",
        "qwen2.5-14b vs ampere 48 8bit | quantization=8bit&current=ampere 48",
        "qwen2.5-14b vs=AMPERE_48 | current=AMPERE_48"
      })
  void readsARecommendation(String line, String query) {
    Request request = read(line);

    assertEquals(List.of(), request.doubts());
    assertEquals(Verb.RECOMMEND, request.verb());
    assertEquals(QWEN + (query.isEmpty() ? "" : "&" + query), query(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
        "compare AMPERE_24, ADA_24_PRO pour qwen2.5-14b 8bit",
        "comparer AMPERE_24 et ADA_24_PRO pour qwen2.5-14b 8bit",
        "compare AMPERE_24 vs ADA_24_PRO qwen2.5-14b 8bit",
        "compare AMPERE_24 ADA_24_PRO qwen2.5-14b 8bit"
      })
  void readsAComparison(String line) {
    Request request = read(line);

    assertEquals(List.of(), request.doubts());
    assertEquals(Verb.COMPARE, request.verb());
    assertEquals(
        "offers=AMPERE_24&offers=ADA_24_PRO&" + QWEN + "&quantization=8bit", query(request));
  }

  @Test
  void readsOffersOfSeveralWords() {
    Request request = read("compare ampere 24 ada-24-pro for qwen2.5-14b");

    assertEquals("offers=ampere 24&offers=ada-24-pro&" + QWEN, query(request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | FORM",
        "help | HELP",
        "AIDE | HELP",
        "? | HELP",
        "fr | FORM",
        "help me | HELP",
        "offers | LIST_OFFERS",
        "offres supply=high | LIST_OFFERS",
        "prix fr | LIST_OFFERS",
        "models llama | LIST_MODELS",
        "modèles | LIST_MODELS",
        "fr models llama | LIST_MODELS"
      })
  void readsOtherVerbs(String line, Verb verb) {
    assertEquals(verb, read(line).verb());
    assertEquals(List.of(), read(line).doubts());
  }

  @ParameterizedTest
  @CsvSource({
    "qwen2.5-14b fr, FR, false",
    "fr qwen2.5-14b, FR, false",
    "qwen2.5-14b lang=fr, FR, false",
    "qwen2.5-14b Français share, FR, true",
    "qwen2.5-14b share, EN, true",
    "qwen2.5-14b PUBLIC en, EN, true",
    "share qwen2.5-14b, EN, true"
  })
  void hearsHowToAnswer(String line, Language language, boolean shared) {
    assertEquals(language, read(line).language());
    assertEquals(shared, read(line).shared());
    assertEquals(QWEN, query(read(line)));
  }

  @Test
  void answersInTheConfiguredLanguageUnlessToldOtherwise() {
    assertEquals(Language.FR, LineReader.read("qwen2.5-14b", Language.FR, QUESTIONS).language());
    assertEquals(Language.EN, LineReader.read("qwen2.5-14b en", Language.FR, QUESTIONS).language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qwen2.5-14b 8bit now | “now”: I do not know this word, and leave it out.",
        "qwen2.5-14b مرحبا | “مرحبا”: I do not know this word, and leave it out.",
        "qwen2.5-14b 🚀 | “🚀”: I do not know this word, and leave it out.",
        "compare AMPERE_24 AMPERE_48 for qwen2.5-14b provider=x |"
            + " “provider=x”: no use with compare; it is left out.",
        "offers ctx=3k | “ctx=3k”: no use with offers; it is left out."
      })
  void leavesOutWhatIsHarmlessAndSaysSo(String line, String remark) {
    assertEquals(List.of(), read(line).doubts());
    assertEquals(List.of(remark), written(read(line).remarks()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qwen2.5-14b 8bt | “8bt”: I do not know this word. Did you mean: 8bit?",
        "qwen2.5-14b 7bit | “7bit”: I do not know this word. Did you mean: 8bit, 4bit, 6bit, 5bit,"
            + " 3bit?",
        "qwen2.5-14b budgt=3/h | “budgt=3/h”: I do not know this word. Did you mean: budget=?",
        "qwen2.5-14b zone=eu | “zone=eu”: I do not know this word.",
        "qwen2.5-14b budget=3 | “budget=3”: per hour, or per month?"
            + " Did you mean: budget=3/h, budget=3/mo?",
        "qwen2.5-14b budget=100/min | “budget=100/min”: per hour, or per month?"
            + " Did you mean: budget=100/h, budget=100/mo?",
        "qwen2.5-14b ctz=32k | “ctz=32k”: I do not know this word. Did you mean: ctx=, ctv=?",
        "qwen2.5-14b coderr | “coderr”: I do not know this word. Did you mean: coder, code?",
        "qwen2.5-14b AMPERE_24 | “AMPERE_24”: I do not know this word."
            + " Did you mean: vs AMPERE_24?",
        "hlep | “hlep”: I do not know this word. Did you mean: help, step, nlp, deep, aleph?",
        "comapre AMPERE_24 ADA_24_PRO for qwen2.5-14b |"
            + " “comapre”: I do not know this word. Did you mean: compare?",
        "8bit | Which model?",
        "compare | Which offers? For example:"
            + " compare AMPERE_24 ADA_24_PRO for qwen2.5-14b 8bit",
        "compare AMPERE_24 ADA_24_PRO | Which model?"
      })
  void doesNotAnswerWhatItMayHaveMisread(String line, String doubt) {
    List<String> doubts = written(read(line).doubts());

    assertEquals(List.of(doubt), doubts);
  }

  @Test
  void doesNotReadALineThatNobodyTypes() {
    assertFalse(read("qwen2.5-14b " + "x ".repeat(400)).doubts().isEmpty());
    assertTrue(read("qwen2.5-14b 8bit" + " ".repeat(500)).doubts().isEmpty());
  }

  private static Request read(String line) {
    return LineReader.read(line == null ? "" : line, Language.EN, QUESTIONS);
  }

  private static List<String> written(List<Doubt> doubts) {
    MessageBuilder page = new MessageBuilder(Texts.in(Language.EN), "/gpu");
    return doubts.stream().map(page::write).toList();
  }

  private static String query(Request request) {
    return request.verb().parameters(QUESTIONS).stream()
        .map(Parameter::name)
        .flatMap(name -> request.arguments().get(name).stream().map(text -> name + "=" + text))
        .collect(Collectors.joining("&"));
  }
}
