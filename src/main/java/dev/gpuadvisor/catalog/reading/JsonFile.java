package dev.gpuadvisor.catalog.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;

/** Opens a file of the catalogue as the object that it must hold. */
final class JsonFile {

  private JsonFile() {}

  static Entry open(String file, Function<String, String> files) {
    String content = files.apply(file);
    if (content == null) {
      throw new CatalogException(file + ": no such file");
    }
    return Entry.top(file, JsonTree.read(file, content.getBytes(UTF_8), true));
  }
}
