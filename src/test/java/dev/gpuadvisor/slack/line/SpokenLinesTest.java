package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as people say them, in both languages: all that they say is read, or asked back. */
class SpokenLinesTest {

  private static final Questions QUESTIONS = Questions.of(BundledCatalog.catalog());

  /** A line, what it asks for, and all that it says besides. */
  @ParameterizedTest
  @CsvFileSource(resources = "/slack/spoken-lines.csv", delimiter = '|', numLinesToSkip = 2)
  void isReadWhole(String line, String verb, String arguments) {
    Request request = LineReader.read(line, Language.EN, QUESTIONS);

    assertEquals(List.of(), request.doubts(), line);
    assertEquals(verb + " " + arguments, request.verb() + " " + said(request), line);
  }

  private static String said(Request request) {
    return request.arguments().names().stream()
        .sorted()
        .map(name -> name + "=" + String.join(",", request.arguments().get(name)))
        .collect(Collectors.joining(" "));
  }

  /** What cannot be answered as it stands is asked back, and with the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama 3.1 8b and mistral 7b on one L4 | Two models are named",
        "qwen 2.5 72b vs llama 3.3 70b on H100 | Two models are named",
        "qwen2.5 7b vs 14b on a 3090 | Two models are named",
        "phi-4, gemma 3 27b on 4090 | Two models are named",
        "embed 10M docs with bge-m3 | in what time",
        "summarise 50k documents of 2k tokens overnight with mistral small | in what time",
        "classer 20 000 avis avec qwen3-8b | in what time",
        "gpt-oss-120b reserved 1 year | the term of a reservation",
        "H100 1 yr commitment price | the term of a reservation",
        "rent or buy a 4090 for llama 3.1 8b? | costs to buy",
        "acheter ou louer une 4090 pour llama 3.1 8b | costs to buy",
        "whisper-large-v3-turbo 50 hours of audio per day | how much audio",
        "llama 3.3 70b fp8 2 rps p95 ttft under 1s | one in twenty",
        "api costs $800/month, would llama 3.1 70b be cheaper | how many tokens it is for",
        "my openrouter bill is $900/month for llama 3.3 70b | how many tokens it is for",
        "on paie 600 $/mois d'API openai, 40M tokens, llama 3.3 70b | how many tokens it is for",
        "gemma 2 9b for a chatbot with 200 daily active users | how many of them ask",
        "llama 3.1 8b, 500 users per day | how many of them ask",
        "p5 instances for llama 405b fp8 | “p5”",
        "qwen 14b contxt 32k | “contxt”",
        "anywhere but nvlink for qwen3-14b | “except”",
        "qwen3 32b 10 users system prompt of 4k | part of every prompt",
        "need 64 GB of memory for llama 3.3 70b q4 | “64GB”",
        "rtx 6090 laptop qwen3 4b | “laptop”",
        "llama 3.1 8b just weekends | for how many hours",
        "llama 3.1 8b for thirteen chums | “13”",
        "continue pretraining llama 3.1 8b on 2B tokens | from scratch",
        "whisper large v3 on L4, 2000 minutes audio per day | how much audio",
        "?? | Which model",
        "peak of 25 rps during the day, almost idle at night, phi-4 | for how many hours",
        "rien la nuit, 10 utilisateurs, phi-4 | for how many hours",
        "qwen3 8b a few hours a week, 5 users | for how many hours",
        "not used on weekends, gemma 3 12b for 9 people | for how many hours",
        "mistral nemo part-time for 12 people | for how many hours",
        "mistral nemo, quelques heures par jour | for how many hours",
        "llama 3.3 70b awq on 2x A6000 with 95% utilization | of its memory, or of its time",
        "4x A100 80GB at 30% gpu util, llama 70b | of its memory, or of its time",
        "our L40S is 15% busy with qwen3-14b | of its memory, or of its time",
        "can I fit two copies of llama 3.1 8b fp8 on one L40S | “copies”",
        "qwen3-14b not on spot, without nvlink | “without”",
        "autoscale 1-4 replicas, llama 3.1 8b at peak 20 rps | how many workers a load takes",
        "llama 3.1 8b at 20 rps, at most 3 workers | how many workers a load takes",
        "2x 4090 llama 3.3 70b q4 we pay 0.34/h per card | for each of the cards",
        "500M output tokens a month of llama 3.3 70b, groq at $0.59/$0.79 | go the other way",
        "70b q5_k_m with half the layers on a 4090 | how many layers",
        "3 million prompts of 600 tokens with qwen2.5-7b | in what time",
        "llama 3.1 8b q4 vs q8 on a 3060 | about one of them",
        "vllm vs llama.cpp for qwen3 8b on a 3090 | about one of them",
        "llama 3.1 8b 8k vs 32k context on L4 | about one of them",
        "lora vs full fine-tuning of llama 3.1 8b on 1x A100 80gb | about one of them",
        "we have around $500/month, what can we run for 20 users? | Which model",
        "our L40S is half empty, llama 3.1 8b, cheaper? | of its memory, or of its time",
        "qwen3 14b a few evenings a week | for how many hours",
        "fine-tune llama 3.1 8b lora 10k examples within 2 hours | how long a run takes",
        "qwen2.5-vl 7b with 1 image per request on L4 | how many tokens an image takes"
      })
  void isAskedBackWithTheReason(String line, String reason) {
    Request request = LineReader.read(line, Language.EN, QUESTIONS);

    assertFalse(request.doubts().isEmpty(), line);
    String said =
        request.doubts().stream()
            .map(doubt -> Texts.in(Language.EN).write(doubt.what()))
            .collect(Collectors.joining(" "));
    assertTrue(said.contains(reason), said);
  }

  /** A word that says nothing may be no name of a model, a setting's, or about money. */
  @Test
  void everydayWordsNameNothing() {
    Settings settings = Settings.of(Verb.RECOMMEND, QUESTIONS, Language.EN);
    List<String> naming =
        Everyday.all()
            .filter(word -> word.indexOf('\'') < 0) // it's
            .filter(
                word ->
                    settings.models().knows(word)
                        || !settings.named(word).isEmpty()
                        || settings.ofBareWord(word).isPresent()
                        || Sayings.isAboutMoney(word)
                        || Everyday.isNegation(word)
                        || settings.vocabulary().lexicon().cards(word).meaning().isPresent())
            .sorted()
            .toList();

    assertEquals(List.of(), naming);
  }
}
