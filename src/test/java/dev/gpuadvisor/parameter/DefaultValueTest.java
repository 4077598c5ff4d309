package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultValueTest {

  private static final Vocabulary IN = Vocabularies.in(Language.EN);

  private final List<String> read = new ArrayList<>();

  /** Whose values say in which catalogue they were read. */
  private final ValueType<String> type =
      new ValueType<>() {
        @Override
        public Parsed<String> parse(String text, Vocabulary in) {
          read.add(text);
          return Parsed.value(text + "@" + System.identityHashCode(in.catalog()));
        }

        @Override
        public Shape shape(Vocabulary in) {
          return new Shape.Text(9);
        }

        @Override
        public String example() {
          return "a";
        }
      };

  /** Once, until the text is another, or the catalogue is. */
  @Test
  void isReadAgainWhereItMayBeAnother() {
    String[] text = {"a"};
    DefaultValue<String> value = new DefaultValue<>(in -> Optional.of(text[0]));
    Catalog other =
        IN.catalog()
            .with(NameIndex.<PriceList>builder().build(), NameIndex.<Offer>builder().build());
    String here = "@" + System.identityHashCode(IN.catalog());

    assertEquals("a" + here, value.value(type, IN));
    assertEquals("a" + here, value.value(type, IN));
    assertEquals(List.of("a"), read);
    text[0] = "b";
    assertEquals("b" + here, value.value(type, IN));
    assertEquals(
        "b@" + System.identityHashCode(other),
        value.value(type, new Vocabulary(other, Vocabularies.LEXICON, Language.EN)));
    assertEquals(List.of("a", "b", "b"), read);
  }

  @Test
  void whatHasNoneSaysSo() {
    DefaultValue<String> none = new DefaultValue<>(in -> Optional.empty());
    assertThrows(NoSuchElementException.class, () -> none.value(type, IN));
  }
}
