package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.unlisted.Hub;

/**
 * What texts are read by: the names that are known, and the language that numbers are written in.
 *
 * @param hub that is asked for models that nobody else knows
 * @param exact whether the hub's own repository is meant where a name of one is given
 */
public record Vocabulary(Catalog catalog, Language language, Hub hub, boolean exact) {

  public Vocabulary(Catalog catalog, Language language) {
    this(catalog, language, Hub.OFF, false);
  }

  private static final Catalog BUNDLED = BundledCatalog.catalog();
  private static final Lexicon LEXICON = Lexicon.of(BUNDLED);

  /** Of what the image carries, it is made when the image is built. */
  public Lexicon lexicon() {
    return catalog == BUNDLED ? LEXICON : Lexicon.of(catalog);
  }
}
