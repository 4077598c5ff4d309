package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller gave, before it is understood. */
class ArgumentsTest {

  private static final List<Parameter<?>> PARAMETERS =
      List.of(Parameters.CONTEXT, Parameters.CONCURRENCY, Parameters.MODEL);

  private static List<String> faults(Arguments arguments) {
    Reader<Integer> reader =
        new Reader<>(
            BundledCatalog.catalog(), Vocabularies.LEXICON, PARAMETERS, inputs -> Optional.of(1));
    return assertThrows(ProblemException.class, () -> reader.read(arguments))
        .problem()
        .faults()
        .stream()
        .map(fault -> fault.parameter() + ": " + fault.detail().key())
        .toList();
  }

  @Test
  void aHundredAreAQuestionAndOneMoreIsNone() {
    Arguments arguments = new Arguments();
    for (int i = 0; i < 100; i++) {
      arguments.add("context", "1");
    }
    assertThrows(ProblemException.class, () -> arguments.add("context", "1"));
    assertThrows(ProblemException.class, () -> arguments.addNothing("context"));
    assertThrows(ProblemException.class, () -> arguments.addObject("model", Optional.empty()));
    Arguments fewer = arguments.without(name -> false).withoutBlanks(PARAMETERS);
    assertThrows(ProblemException.class, () -> fewer.add("context", "1"));
  }

  /** A browser sends every field of a form. */
  @Test
  void blanksOfKnownFieldsAreLeftOut() {
    Arguments filled =
        new Arguments()
            .add("context", " ")
            .add("concurrency", "4")
            .add("concurrency", "")
            .add("unknown", "")
            .withoutBlanks(PARAMETERS);

    assertEquals(Set.of("concurrency", "unknown"), filled.names());
    assertEquals(List.of("4"), filled.get("concurrency"));
    assertEquals(List.of(""), filled.get("unknown"));
  }

  @Test
  void whatGoesByCertainNamesIsLeftOut() {
    Arguments arguments = new Arguments().add("context", "8k").add("model", "x");
    arguments.addFaulty(Fault.of("concurrency", "?", Msg.Fault.choice()));
    arguments.addFaulty(Fault.of("other", "?", Msg.Fault.choice()));

    Arguments fewer = arguments.without(Set.of("model", "other")::contains);

    assertEquals(Set.of("context", "concurrency"), fewer.names());
    assertEquals(List.of("concurrency"), fewer.faults().stream().map(Fault::parameter).toList());
    assertEquals(2, arguments.withoutBlanks(PARAMETERS).faults().size());
  }

  @Test
  void whatIsGivenBadlyIsGiven() {
    Arguments arguments = new Arguments().add("context", "8k");
    arguments.addFaulty(Fault.of("concurrency", "?", Msg.Fault.choice()));
    arguments.addFaulty(Fault.of("", "?", Msg.Fault.choice()));
    arguments.addObject("config", Optional.empty());
    arguments.addNothing("model");

    assertTrue(arguments.isGiven("context"));
    assertTrue(arguments.isGiven("concurrency"));
    assertTrue(arguments.isGiven("config"));
    assertFalse(arguments.isGiven("model"));
    assertFalse(arguments.isGiven("lang"));
    assertEquals(
        List.of("context", "concurrency", "config", "model"), List.copyOf(arguments.names()));
    assertEquals(List.of(Optional.empty()), arguments.objects("config"));
    assertEquals(List.of(), arguments.objects("context"));
  }

  @Test
  void whoReadsATextWithoutParametersNeedsItWhole() {
    assertDoesNotThrow(() -> new Arguments().add("context", "8k").requireDecoded());
    Arguments broken = new Arguments();
    broken.addFaulty(Fault.of("context", "?", Msg.Fault.choice()));
    assertThrows(ProblemException.class, broken::requireDecoded);
  }

  @Test
  void faultsOfArguments() {
    assertEquals(List.of("model: fault.missing"), faults(new Arguments().add("context", "8k")));
    assertEquals(
        List.of("context: fault.given_twice"),
        faults(
            new Arguments().add("model", "qwen2.5-14b").add("context", "8k").add("context", "4k")));
    assertEquals(
        List.of("contxt: fault.unknown_parameter"),
        faults(new Arguments().add("model", "qwen2.5-14b").add("contxt", "8k")));
    Arguments object = new Arguments().add("model", "qwen2.5-14b");
    object.addObject("context", Optional.empty());
    assertEquals(List.of("context: fault.scalar"), faults(object));
  }

  /** Twenty names that nobody has are enough to say so. */
  @Test
  void unknownNamesAreNamedUpToTwenty() {
    Arguments arguments = new Arguments().add("model", "qwen2.5-14b");
    for (int i = 0; i < 30; i++) {
      arguments.add("unknown" + i, "x");
    }
    assertEquals(20, faults(arguments).size());
  }

  @Test
  void aNameThatIsNearlyOneIsTold() {
    Fault fault = UnknownNames.faults(new Arguments().add("contxt", "8k"), PARAMETERS).get(0);

    assertEquals(List.of("context"), fault.nearest());
    assertEquals(List.of("context", "concurrency", "model"), fault.allowed());
    assertEquals(List.of(), UnknownNames.faults(new Arguments().add("context", "8k"), PARAMETERS));
  }
}
