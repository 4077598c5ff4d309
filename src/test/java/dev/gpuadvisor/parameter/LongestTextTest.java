package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.parameter.ValueType.Shape;
import dev.gpuadvisor.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schemas say of the length of a text is what is taken, and no letter more. */
class LongestTextTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  static List<Parameter<?>> texts() {
    List<Parameter<?>> texts =
        ParameterTable.standard().all().stream()
            .<Parameter<?>>filter(each -> each.type().shape(IN) instanceof Shape.Text)
            .toList();
    assertTrue(texts.size() > 10);
    return texts;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isWhatTheSchemaSays(Parameter<?> parameter) {
    int longest = ((Shape.Text) parameter.type().shape(IN)).maxLength();

    assertInstanceOf(Parsed.Refused.class, parameter.type().parse("x".repeat(longest + 1), IN));
    if (parameter.type().parse("x".repeat(longest), IN) instanceof Parsed.Refused<?> refused) {
      assertNotEquals("fault.too_long", refused.detail().key());
    }
  }
}
