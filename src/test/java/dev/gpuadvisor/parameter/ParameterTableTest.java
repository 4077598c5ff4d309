package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition is whole. */
class ParameterTableTest {

  private static final List<Parameter<?>> ALL = ParameterTable.standard().all();

  static List<Parameter<?>> parameters() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void isDescribedInEveryLanguage(Parameter<?> parameter) {
    for (Language language : Language.values()) {
      Texts texts = Texts.in(language);
      for (Message text : List.of(parameter.description(), parameter.label(), parameter.hint())) {
        assertTrue(text.key().startsWith("parameter." + parameter.name()), text::key);
        assertFalse(texts.write(text).isBlank());
      }
      assertFalse(texts.write(parameter.group().title()).isBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void hasAnExampleAndADefaultThatAreGood(Parameter<?> parameter) {
    for (Language language : Language.values()) {
      Vocabulary in = Vocabularies.in(language);

      // What only the hub knows is refused without one.
      boolean read = parameter.type().parse(parameter.example(), in) instanceof Parsed.Value;
      assertEquals(parameter != LookupParameters.GGUF, read, parameter.name());
      for (String usual : parameter.defaultText(in).orElse("").split(",")) {
        assertTrue(
            usual.isEmpty() || parameter.type().parse(usual, in) instanceof Parsed.Value, usual);
      }
    }
  }

  @Test
  void namesAreTakenOnceInEachGroup() {
    for (Group group : Group.values()) {
      Set<String> names = new HashSet<>();
      ParameterTable.standard().of(group).forEach(each -> assertTrue(names.add(each.name())));
    }
  }

  /** Words that several share are told apart by their units. */
  @Test
  void wordsOfPeopleMeanOneParameter() {
    for (Parameter<?> one : ALL) {
      for (Parameter<?> other : ALL) {
        boolean shared = one.slackWords().stream().anyMatch(other.slackWords()::contains);
        if (shared && !one.name().equals(other.name())) {
          assertFalse(reads(one, other.example()), one + ", " + other);
        }
        boolean taken = one != other && other.slackWords().contains(one.name());
        assertFalse(taken && one.group() == other.group(), one + ", " + other);
      }
    }
  }

  @Test
  void copiesKeepWhatTheyHave() {
    Parameter<Integer> parameter = Parameters.CONTEXT.forExample("4k").inSlack("c").repeated();

    assertEquals(Group.SERVING, parameter.group());
    assertEquals(Scope.SERVING, parameter.scope());
    assertEquals(Place.FIRST, parameter.place());
    assertEquals("4k", parameter.example());
    assertEquals("32k", Parameters.CONTEXT.example());
    assertFalse(Parameters.CONTEXT.repeatable());
  }

  private static boolean reads(Parameter<?> parameter, String text) {
    Vocabulary in = Vocabularies.in(Language.EN);
    return parameter.type().parse(text, in) instanceof Parsed.Value;
  }
}
