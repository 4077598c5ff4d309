package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.text.Language;

/** What texts of tests are read by. */
final class Vocabularies {

  static final Lexicon LEXICON = Lexicon.of(BundledCatalog.catalog());

  private Vocabularies() {}

  static Vocabulary in(Language language) {
    return new Vocabulary(BundledCatalog.catalog(), LEXICON, language);
  }
}
