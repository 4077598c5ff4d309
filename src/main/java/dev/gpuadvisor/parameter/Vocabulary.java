package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.text.Language;

/**
 * What texts are read by: the names that are known, and the language that numbers are written in.
 */
public record Vocabulary(Catalog catalog, Language language) {

  private static final Catalog BUNDLED = BundledCatalog.catalog();
  private static final Lexicon LEXICON = Lexicon.of(BUNDLED);

  /** Of what the image carries, it is made when the image is built. */
  public Lexicon lexicon() {
    return catalog == BUNDLED ? LEXICON : Lexicon.of(catalog);
  }
}
