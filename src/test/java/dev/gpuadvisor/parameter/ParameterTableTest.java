package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.math.BigDecimal;
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

  /** What a schema says of a parameter is what is read of it: its limits, and its choices. */
  @ParameterizedTest
  @MethodSource("parameters")
  void isReadAsItsSchemaSays(Parameter<?> parameter) {
    Shape shape = parameter.type().shape(Vocabularies.in(Language.EN));
    if (shape instanceof Shape.Whole whole) {
      limits(parameter, BigDecimal.valueOf(whole.least()), BigDecimal.valueOf(whole.most()));
      assertFalse(reads(parameter, whole.least() + ".5"));
    } else if (shape instanceof Shape.Decimal decimal) {
      limits(parameter, new BigDecimal(decimal.least()), new BigDecimal(decimal.most()));
    } else if (shape instanceof Shape.Choice choice) {
      assertFalse(choice.values().isEmpty());
      choice.values().forEach(value -> assertTrue(reads(parameter, value), value));
      assertFalse(reads(parameter, "no-such-choice"));
    } else if (shape instanceof Shape.Text text) {
      assertTrue(text.maxLength() > 0);
      assertFalse(reads(parameter, "x".repeat(text.maxLength() + 1)));
    } else if (shape instanceof Shape.Flag) {
      assertTrue(reads(parameter, "true") && reads(parameter, "false"));
      assertFalse(reads(parameter, "perhaps"));
    } else if (shape instanceof Shape.Fields fields) {
      assertTrue(fields.fields().containsAll(fields.required()) && !fields.required().isEmpty());
      assertFalse(reads(parameter, "{}"));
    } else {
      assertTrue(shape instanceof Shape.AnyObject, parameter.name());
      assertFalse(reads(parameter, "[]"));
    }
  }

  private static void limits(Parameter<?> parameter, BigDecimal least, BigDecimal most) {
    BigDecimal step = least.signum() == 0 ? BigDecimal.ONE : least.min(BigDecimal.ONE).abs();
    assertTrue(reads(parameter, least.toPlainString()), parameter.name());
    assertTrue(reads(parameter, most.toPlainString()), parameter.name());
    assertFalse(reads(parameter, least.subtract(step).toPlainString()), parameter.name());
    assertFalse(reads(parameter, most.add(BigDecimal.ONE).toPlainString()), parameter.name());
  }

  /** An example is no special case: it is read as what it stands for, and differs from a blank. */
  @ParameterizedTest
  @MethodSource("parameters")
  void theExampleOfItsTypeIsGoodToo(Parameter<?> parameter) {
    String example = parameter.type().example();

    assertFalse(example.isBlank());
    // What only the hub knows is refused without one; numbers are as large as their dimension's.
    boolean read = parameter != LookupParameters.GGUF && !(parameter.type() instanceof NumberType);
    assertTrue(!read || reads(parameter, example), example);
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
