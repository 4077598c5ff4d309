package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.cli.ReadmeQuestions.Curl;
import dev.gpuadvisor.cli.Terminal.Answered;
import dev.gpuadvisor.http.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code --json} it answers what the API answers, byte for byte. */
class SameAsApiTest {

  private static final String LOG = "INFO Available KV cache memory: 51.38 GiB\n";

  static Stream<Curl> asked() {
    return ReadmeQuestions.all().stream().filter(Curl::isAsked);
  }

  @ParameterizedTest
  @MethodSource("asked")
  void everyQuestionOfTheReadme(Curl curl) {
    Terminal terminal = new Terminal().withFile("vllm.log", LOG);
    List<String> typed = curl.typed(terminal);
    ApiResponse api = api(curl);

    Answered answered = terminal.run(Terminal.ADVICE, withJson(typed));

    assertEquals(Asking.text(api), answered.out(), typed.toString());
    assertEquals(api.status() == 200, answered.status() < 2, answered.toString());
  }

  private static ApiResponse api(Curl curl) {
    if (!curl.file().isEmpty()) {
      return Asking.API.handle(
          Asking.request(
              "POST", curl.target(), Map.of("content-type", "text/plain"), LOG.getBytes(UTF_8)));
    }
    return curl.json().isEmpty()
        ? Asking.get(curl.target())
        : Asking.post(curl.target(), curl.json());
  }

  private static List<String> withJson(List<String> typed) {
    return Stream.concat(typed.stream(), Stream.of("--json")).toList();
  }

  @Test
  void theReadmeHasQuestionsOfEachKind() {
    List<Command> kinds =
        asked().map(curl -> Command.of(curl.typed(new Terminal()).get(0)).orElseThrow()).toList();

    assertTrue(kinds.containsAll(Command.asking()), kinds.toString());
    assertTrue(asked().count() > 30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          qwen2.5-14b ctx=32k 10 users | /v1/recommendations?model=qwen2.5-14b-instruct&context=32k&concurrency=10
          qwen2.5-14b --context 32k --users 10 | /v1/recommendations?context=32k&concurrency=10&model=qwen2.5-14b-instruct
          --model=phi-4 --spot | /v1/recommendations?model=phi-4&spot=true
          --model phi-4 --no-spot 8bit | /v1/recommendations?model=phi-4&spot=false&quantization=8bit
          phi-4 --budget 3/h | /v1/recommendations?model=phi-4&budget_per_hour=3/h
          estimate llama-3.1-8b 4bit card=L4 | /v1/estimate?model=llama-3.1-8b-instruct&quantization=4bit&card=L4
          estimate llama-3.1-8b 4bit on L4 | /v1/estimate?model=llama-3.1-8b-instruct&quantization=4bit&card=L4
          compare AMPERE_24 ADA_24_PRO for phi-4 8bit | /v1/compare?offers=AMPERE_24&offers=ADA_24_PRO&model=phi-4&quantization=8bit
          models llama | /v1/models?search=llama
          what runs on 2x3090 | /v1/models?card=2x3090
          does phi-4 fit on L40S | /v1/estimate?model=phi-4&card=L40S
          fit phi-4 on L40S | /v1/estimate?model=phi-4&card=L40S
          history AMPERE_24 | /v1/offers/AMPERE_24
          offers AMPERE_24 | /v1/offers/AMPERE_24
          offers --id ampere-24 | /v1/offers/ampere-24
          offres provider=aws | /v1/offers?provider=aws
          models --id qwen2.5-14b | /v1/models/qwen2.5-14b
          launch phi-4 runtime=vllm offer=ADA_24_PRO | /v1/launch?model=phi-4&runtime=vllm&offer=ADA_24_PRO
          phi-4 8bit fr | /v1/recommendations?model=phi-4&quantization=8bit&lang=fr
          recommend --quantisation 8bit --context -1 | /v1/recommendations?quantisation=8bit&context=-1
          """)
  void wordsAndFlagsAlike(String typed, String target) {
    Answered answered = Terminal.answer((typed + " --json").split(" "));

    assertEquals(Asking.text(Asking.get(target)), answered.out(), answered.err());
  }

  /** Tables are made of whole answers; whoever names fields gets them as the API has them. */
  @ParameterizedTest
  @CsvSource({
    "phi-4, picks.recommended.offer, 0",
    "deepseek-v3, picks.recommended.offer, 1",
    "phi-4, 'notes,assessments.offer', 0",
    "phi-4, pick.recommended, 2",
  })
  void fieldsAreJson(String model, String fields, int status) {
    String api =
        Asking.text(Asking.get("/v1/recommendations?model=" + model + "&fields=" + fields));
    Answered answered = Terminal.answer(model, "--fields", fields);

    assertEquals(status, answered.status(), answered.toString());
    assertEquals(status < 2 ? api : "", answered.out());
    assertEquals(api, Terminal.answer(model, "--json", "--fields", fields).out());
  }

  @Test
  void aTableHasNoFields() {
    Answered answered = Terminal.answer("phi-4", "--csv", "--fields", "picks");

    assertEquals(2, answered.status());
    assertEquals("", answered.out());
    assertTrue(answered.err().contains("fields"), answered.err());
  }

  @Test
  void theEnvironmentSaysTheLanguage() {
    String french = Asking.text(Asking.get("/v1/recommendations?model=phi-4&lang=fr"));
    String english = Asking.text(Asking.get("/v1/recommendations?model=phi-4"));

    Terminal inFrance = new Terminal().with("LANG", "fr_FR.UTF-8");
    assertEquals(french, inFrance.run("phi-4", "--json").out());
    assertEquals(
        english,
        new Terminal()
            .with("LANG", "fr_FR.UTF-8")
            .with("LC_ALL", "C")
            .run("phi-4", "--json")
            .out());
    assertEquals(
        Asking.text(Asking.get("/v1/recommendations?model=phi-4&lang=en")),
        new Terminal().with("LANG", "fr_FR.UTF-8").run("phi-4", "--lang", "en", "--json").out());
  }

  @Test
  void aConfigurationComesFromAFileOrFromThePipe() {
    String config = dev.gpuadvisor.parameter.ModelDescriptionParameters.CONFIG.example();
    String api = Asking.text(Asking.post("/v1/estimate", "{\"config\":" + config + "}"));

    Terminal file = new Terminal().withFile("my config.json", config + "\n");
    assertEquals(api, file.run("estimate", "--config", "my config.json", "--json").out());
    Terminal pipe = new Terminal().typing(config);
    assertEquals(api, pipe.run("estimate", "--config", "-", "--json").out());
  }

  @Test
  void offersOfOnesOwnComeFromAFile() {
    String offers = "[{\"id\":\"cellar\",\"card\":\"RTX 3090\",\"usd_per_hour\":0.4}]";
    String body = "{\"model\":\"phi-4\",\"current\":\"cellar\",\"offers\":" + offers + "}";

    Terminal terminal = new Terminal().withFile("own.json", offers);
    String typed =
        terminal
            .run("--model", "phi-4", "--current", "cellar", "--offers", "own.json", "--json")
            .out();

    assertEquals(Asking.text(Asking.post("/v1/recommendations", body)), typed);
  }
}
