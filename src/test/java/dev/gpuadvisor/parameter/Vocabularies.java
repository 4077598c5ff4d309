package dev.gpuadvisor.parameter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Language;
import java.math.BigDecimal;

/** What texts of tests are read by. */
final class Vocabularies {

  static final Lexicon LEXICON = Lexicon.of(BundledCatalog.catalog());

  private Vocabularies() {}

  static Vocabulary in(Language language) {
    return new Vocabulary(BundledCatalog.catalog(), LEXICON, language);
  }

  /** Any amount of a dimension that anybody writes. */
  static NumberType<BigDecimal> decimal(Dimension dimension) {
    return NumberType.decimal("0.000001", "10000000000000", dimension);
  }

  static <T> T value(Parsed<T> parsed) {
    assertTrue(parsed instanceof Parsed.Value, parsed::toString);
    return ((Parsed.Value<T>) parsed).value();
  }
}
