package dev.gpuadvisor.cataloguediff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A catalogue in a directory. */
record Directory(Path path) implements CatalogueSource {

  @Override
  public String content(String file) {
    try {
      Path at = path.resolve(file);
      return Files.exists(at) ? Files.readString(at) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> priceLists() {
    try (Stream<Path> files = Files.list(path.resolve(PRICE_LISTS))) {
      return files.map(file -> PRICE_LISTS + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
