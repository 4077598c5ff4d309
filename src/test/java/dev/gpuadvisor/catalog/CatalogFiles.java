package dev.gpuadvisor.catalog;

import dev.gpuadvisor.catalog.reading.CatalogException;
import dev.gpuadvisor.catalog.reading.CatalogReader;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads catalogues other than the bundled one. */
public final class CatalogFiles {

  private CatalogFiles() {}

  /**
   * The catalogue as the program would bundle it.
   *
   * @param found the price lists that are there, of which each must be known
   * @throws CatalogException naming the first fault
   */
  public static Catalog read(Function<String, String> files, List<String> found) {
    for (String file : found) {
      if (!CatalogReader.PRICE_LISTS.contains(file)) {
        throw new CatalogException(file + ": not among CatalogReader.PRICE_LISTS: never read");
      }
    }
    return CatalogReader.read(files);
  }

  /**
   * The catalogue of another time, with the price lists that it had.
   *
   * @throws CatalogException if it was written for another reader
   */
  public static Catalog readOther(Function<String, String> files, List<String> found) {
    List<String> inOrder =
        Stream.concat(
                CatalogReader.PRICE_LISTS.stream().filter(found::contains),
                found.stream().filter(file -> !CatalogReader.PRICE_LISTS.contains(file)).sorted())
            .toList();
    return CatalogReader.read(files, inOrder);
  }
}
