package dev.gpuadvisor.lexicon;

import dev.gpuadvisor.catalog.Model;
import java.util.Optional;

/**
 * A model, and what its name says of how it is stored.
 *
 * @param format the catalogue's name of a format or a family
 * @param runtime the one that such weights are made for
 */
public record StoredModel(Model model, Optional<String> format, Optional<String> runtime) {
  static StoredModel of(Model model) {
    return new StoredModel(model, Optional.empty(), Optional.empty());
  }
}
