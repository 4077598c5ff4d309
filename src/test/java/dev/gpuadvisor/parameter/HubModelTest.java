package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.AnsweringHub;
import dev.gpuadvisor.unlisted.Hub;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that only a hub knows: when it is asked, and what becomes of its answers. */
class HubModelTest {

  private static final Model MODEL =
      BundledCatalog.catalog().models().find("qwen2.5-14b").orElseThrow();

  private final List<String> asked = new ArrayList<>();

  private Vocabulary in(Hub.Answer answer, boolean exact) {
    Hub hub =
        new AnsweringHub(
            name -> {
              asked.add(name.id());
              return answer;
            });
    return new Vocabulary(BundledCatalog.catalog(), Vocabularies.LEXICON, Language.EN, hub, exact);
  }

  private static Hub.Found found(String format, String runtime) {
    return new Hub.Found(
        MODEL,
        "some-lab/Some-14B@0123",
        Optional.ofNullable(format),
        Optional.ofNullable(runtime),
        Msg.Hub.counted("some-lab/Some-14B", MODEL.parameters()));
  }

  private Parsed<Model> model(String text, Hub.Answer answer) {
    return new ModelName().parse(text, in(answer, false));
  }

  private static Parsed.Value<Model> value(Parsed<Model> parsed) {
    assertTrue(parsed instanceof Parsed.Value, parsed::toString);
    return (Parsed.Value<Model>) parsed;
  }

  private static Message refusal(Parsed<Model> parsed) {
    assertTrue(parsed instanceof Parsed.Refused, parsed::toString);
    return ((Parsed.Refused<Model>) parsed).detail();
  }

  @Test
  void whatTheHubFindsIsTheModel() {
    Parsed.Value<Model> value = value(model("some-lab/Some-14B", found(null, null)));

    assertEquals(MODEL, value.value());
    assertEquals("some-lab/Some-14B@0123", value.meant());
    assertEquals("hub.counted", value.note().orElseThrow().key());
    assertEquals(Map.of(), value.implied());
  }

  @Test
  void formatsAndRuntimesOfFilesAreImplied() {
    assertEquals(
        Map.of("quantization", "q4_k_m", "runtime", "llama.cpp"),
        value(model("some-lab/Some-14B", found("Q4_K_M", "llama.cpp"))).implied());
    assertEquals(
        Msg.Hub.noFile("some-lab/Some-14B"),
        refusal(model("some-lab/Some-14B", found("Q99", "llama.cpp"))));
  }

  /** It is not asked for what is known without it, unless its own repository is asked for. */
  @ParameterizedTest
  @CsvSource({
    "some-lab/Some-14B, false, some-lab/Some-14B",
    "some-lab/Some-14B, true, some-lab/Some-14B",
    "qwen2.5-14b, false, ''",
    "qwen2.5-14b, true, Qwen/Qwen2.5-14B-Instruct",
    "Qwen/Qwen2.5-14B-Instruct, false, ''",
    "Qwen/Qwen2.5-14B-Instruct, true, Qwen/Qwen2.5-14B-Instruct",
    "gpt-4o, false, ''",
    "no repository, false, ''",
    "no repository, true, ''",
  })
  void theHubIsAsked(String text, boolean exact, String repository) {
    new ModelName().parse(text, in(found(null, null), exact));

    assertEquals(repository, String.join(" ", asked));
  }

  @Test
  void aHubThatIsOffIsAskedOnlyForItsOwn() {
    Vocabulary off =
        new Vocabulary(BundledCatalog.catalog(), Vocabularies.LEXICON, Language.EN, Hub.OFF, false);
    Vocabulary exact =
        new Vocabulary(BundledCatalog.catalog(), Vocabularies.LEXICON, Language.EN, Hub.OFF, true);

    assertEquals(
        "fault.unknown_model", refusal(new ModelName().parse("some-lab/Some-Model", off)).key());
    assertEquals(
        Msg.Hub.otherwise(Msg.Hub.off()),
        refusal(new ModelName().parse("some-lab/Some-14B", exact)));
  }

  @Test
  void eachReasonIsAnother() {
    Set<Message> said = new HashSet<>();
    for (Hub.Reason reason : Hub.Reason.values()) {
      said.add(refusal(model("some-lab/Some-Model", new Hub.Failed(reason))));
    }
    assertEquals(Hub.Reason.values().length, said.size());
  }

  /** A hub that does not answer is none that knows nothing: the name's size does, with its bar. */
  @ParameterizedTest
  @EnumSource(Hub.Reason.class)
  void whatAHubDoesNotAnswerIsCountedByItsSize(Hub.Reason reason) {
    boolean silent =
        Set.of(Hub.Reason.DOWN, Hub.Reason.SLOW, Hub.Reason.TOO_OFTEN).contains(reason);
    Parsed<Model> parsed = model("some-lab/Some-14B-AWQ", new Hub.Failed(reason));

    assertEquals(silent, parsed instanceof Parsed.Value);
    if (silent) {
      assertEquals(14_000_000_000L, value(parsed).value().parameters());
      assertEquals("read_as.sized_unasked", value(parsed).note().orElseThrow().key());
      assertEquals("awq", value(parsed).implied().get("quantization"));
    }
    assertTrue(
        new ModelName().parse("some-lab/Some-14B", in(new Hub.Failed(reason), true))
            instanceof Parsed.Refused);
  }

  @Test
  void whatIsNoLanguageModel() {
    Fault fault = Fault.of("hidden_size", "", Msg.Fault.missing());

    assertEquals(
        "uncovered.speech_model",
        refusal(model("some-lab/Some", new Hub.NotCovered("whisper", List.of()))).key());
    assertEquals(
        Msg.Hub.notLanguage("robot policy", "some-lab/Some"),
        refusal(model("some-lab/Some", new Hub.NotCovered("robot policy", List.of()))));
    assertEquals(
        Msg.Hub.otherwise(
            Msg.Hub.notUnderstood("hidden_size", "some-lab/Some", Msg.Fault.missing())),
        refusal(model("some-lab/Some", new Hub.NotCovered("robot policy", List.of(fault)))));
  }

  /** A repository of files has a runtime that they are made for. */
  @Test
  void filesOfARepository() {
    GgufRepository type = new GgufRepository();

    assertEquals(
        MODEL,
        value(type.parse("some-lab/Some-GGUF", in(found(null, "llama.cpp"), false))).value());
    assertEquals(
        Msg.Hub.noFile("some-lab/Some-14B"),
        refusal(type.parse("some-lab/Some-14B", in(found(null, null), false))));
    assertEquals(
        Msg.Fault.repository(), refusal(type.parse("nonsense", in(found(null, null), false))));
    assertEquals(
        Msg.Hub.otherwise(Msg.Hub.down()),
        refusal(type.parse("a/b", in(new Hub.Failed(Hub.Reason.DOWN), false))));
  }
}
