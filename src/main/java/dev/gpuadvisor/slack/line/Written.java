package dev.gpuadvisor.slack.line;

import java.util.List;
import java.util.Optional;

/**
 * What stands in place of some words.
 *
 * @param length how many words it takes the place of
 * @param settings none where they say nothing
 */
record Written(int length, List<String> settings) {

  static Optional<Written> of(int length, String... settings) {
    return Optional.of(new Written(length, List.of(settings)));
  }
}
