package dev.gpuadvisor;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.catalog.reading.CatalogException;
import dev.gpuadvisor.catalog.reading.PriceFile;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The prices that answers are about: the bundled ones and, where there is a file of others when the
 * program starts, those. A file with any fault is refused whole, and the bundled prices answer.
 */
public final class Prices {

  /** The path of the file; without it, the path at which a Lambda layer puts one is looked at. */
  public static final String FILE = "GPU_ADVISOR_PRICES";

  static final String LAYER = "/opt/gpu-advisor/prices.json";

  /** A list of 250 offers has 150 KB. */
  private static final long MOST_BYTES = 8 << 20;

  private Prices() {}

  /**
   * @param environment answers null for what is not set, as {@code System::getenv} does
   * @param log told in one line what was read, or why nothing was; not where there is no file
   */
  public static Catalog catalog(UnaryOperator<String> environment, Consumer<String> log) {
    String named = environment.apply(FILE);
    boolean isNamed = named != null && !named.isBlank();
    File file = new File(isNamed ? named.strip() : LAYER);
    long bytes = file.length(); // of what is not there 0: the one look that costs anything
    if (bytes > 0) {
      return read(file, bytes, log);
    }
    if (isNamed) {
      log.accept("prices: " + file + " is empty or not there; the bundled prices answer");
    }
    return BundledCatalog.catalog();
  }

  private static Catalog read(File file, long bytes, Consumer<String> log) {
    try (InputStream in = new FileInputStream(file)) {
      if (bytes > MOST_BYTES) {
        throw new CatalogException(file.getName() + ": has more than " + MOST_BYTES + " bytes");
      }
      byte[] content = new byte[(int) bytes + PriceFile.ROOM];
      int length = in.readNBytes(content, 0, (int) bytes);
      PriceFile read = PriceFile.read(BundledCatalog.catalog(), file.getName(), content, length);
      log.accept(
          "prices: "
              + file
              + ": taken: "
              + names(read.taken())
              + "; older than the bundled: "
              + names(read.older()));
      return read.catalog();
    } catch (IOException | CatalogException e) {
      log.accept("prices: " + file + " is refused, the bundled prices answer: " + e.getMessage());
      return BundledCatalog.catalog();
    }
  }

  private static String names(List<PriceList> lists) {
    return lists.isEmpty()
        ? "none"
        : lists.stream()
            .map(list -> list.provider() + " of " + list.lastSeen())
            .collect(Collectors.joining(", "));
  }
}
