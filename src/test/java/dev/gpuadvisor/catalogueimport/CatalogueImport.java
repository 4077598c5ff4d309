package dev.gpuadvisor.catalogueimport;

import dev.gpuadvisor.catalogueimport.source.Importers;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Brings price lists up to date by what their providers answer: a command for maintainers, whose
 * result is reviewed. It ends with 1 where an import was stopped, which changes nothing on disk,
 * with 2 where it was asked in a way that it does not understand, else with 0.
 */
public final class CatalogueImport {

  static final int DONE = 0;
  static final int STOPPED = 1;
  static final int MISUSED = 2;

  private static final String ALL = "all";

  private CatalogueImport() {}

  /**
   * @param arguments directory of the catalogue, file of the facts, directory for pages; all else
   *     are system properties: provider, from, base, as-of, accept, second
   */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out);
    if (status != DONE) {
      System.exit(status);
    }
  }

  private static int run(String[] arguments, PrintStream out) {
    try {
      Options options =
          new Options(
              property("from"),
              property("base").map(URI::create),
              property("as-of")
                  .map(LocalDate::parse)
                  .orElseGet(() -> LocalDate.now(ZoneOffset.UTC)),
              Options.words(property("accept").orElse("")),
              property("second"),
              Path.of(arguments[0]),
              Path.of(arguments[1]),
              Path.of(arguments[2]),
              true,
              System::getenv,
              HttpPages.Patience.USUAL);
      return run(property("provider").orElse(""), options, out);
    } catch (DateTimeException | IllegalArgumentException e) {
      out.println("Not understood: " + e.getMessage());
      return MISUSED;
    }
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
  }

  /** One broken provider never keeps another from its lists. */
  static int run(String provider, Options options, PrintStream out) {
    List<Importer> importers =
        provider.equals(ALL)
            ? Importers.ALL
            : Importers.find(provider).map(List::of).orElse(List.of());
    if (importers.isEmpty()) {
      out.println("-Dprovider= takes one of " + String.join(", ", Importers.names()) + ", or all.");
      return MISUSED;
    }
    int status = DONE;
    for (Importer importer : importers) {
      try {
        new Import(options, importer).run(out);
      } catch (ImportException e) {
        out.println(importer.name() + ": stopped. " + e.getMessage());
        status = STOPPED;
      } catch (IOException | RuntimeException e) {
        out.println(importer.name() + ": stopped by " + e);
        status = STOPPED;
      }
    }
    return status;
  }
}
