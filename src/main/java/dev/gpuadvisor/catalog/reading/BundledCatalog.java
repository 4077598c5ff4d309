package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The catalogue in this jar. Everything happens in the static initialiser, which a native build
 * runs while it builds the image: a bad catalogue breaks the build, and the function starts with
 * the finished objects and without a JSON tree reader.
 */
public final class BundledCatalog {

  private static final String DIRECTORY = "/catalog/";

  private static final Catalog CATALOG = CatalogReader.read(BundledCatalog::content);

  private BundledCatalog() {}

  /** What this jar carries: read and checked once, when this class is initialised. */
  public static Catalog catalog() {
    return CATALOG;
  }

  /** The text of a file of the catalogue; null where there is none of that name. */
  public static String content(String file) {
    try (InputStream in = BundledCatalog.class.getResourceAsStream(DIRECTORY + file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
