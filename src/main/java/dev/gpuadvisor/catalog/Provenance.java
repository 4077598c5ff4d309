package dev.gpuadvisor.catalog;

import java.util.List;

/**
 * Where an entry's values come from.
 *
 * @param sources the documents that the values were read from
 * @param unverified names of the fields that no source confirmed
 * @param note what a reader should know besides; may be empty
 */
public record Provenance(List<String> sources, List<String> unverified, String note) {

  public Provenance {
    sources = List.copyOf(sources);
    unverified = List.copyOf(unverified);
  }
}
