package dev.gpuadvisor.cataloguediff;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.CatalogFiles;
import dev.gpuadvisor.catalog.reading.CatalogException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks a catalogue, and says how it and what it recommends differ from another one. Ends with 1
 * where the catalogue is bad, with 2 where there is nothing to hold it against, else with 0.
 */
public final class CatalogueDiff {

  static final int SOUND = 0;
  static final int BAD = 1;
  static final int MISUSED = 2;

  private final PrintStream out;
  private final int limit;

  private CatalogueDiff(PrintStream out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /**
   * @param arguments directory of the catalogue; a git revision or another directory; how many
   *     lines of each kind to print
   */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out);
    if (status != SOUND) {
      System.exit(status);
    }
  }

  /**
   * @param arguments as of the command
   * @return its exit status
   */
  public static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 3 || !arguments[2].matches("[0-9]{1,6}")) {
      out.println("Three arguments: directory of the catalogue, revision or directory, limit");
      return MISUSED;
    }
    CatalogueDiff diff = new CatalogueDiff(out, Integer.parseInt(arguments[2]));
    return diff.run(Path.of(arguments[0]), arguments[1]);
  }

  private int run(Path directory, String against) {
    Catalog catalog;
    try {
      Directory files = new Directory(directory);
      catalog = CatalogFiles.read(files::content, files.priceLists());
    } catch (CatalogException e) {
      out.println("Bad catalogue: " + e.getMessage());
      return BAD;
    }
    out.printf(
        "The catalogue is sound: %d models, %d cards, %d offers in %d price lists.%n",
        catalog.models().all().size(),
        catalog.cards().all().size(),
        catalog.offers().all().size(),
        catalog.priceLists().all().size());
    return compare(directory, against, catalog);
  }

  private int compare(Path directory, String against, Catalog catalog) {
    CatalogueSource other;
    if (Files.isDirectory(Path.of(against, CatalogueSource.PRICE_LISTS))) {
      other = new Directory(Path.of(against));
    } else {
      Revision revision = new Revision(directory, against);
      if (!revision.exists()) {
        out.println("Neither a directory nor a git revision: " + against);
        return MISUSED;
      }
      other = revision;
    }
    try {
      print(against, CatalogFiles.readOther(other::content, other.priceLists()), catalog);
    } catch (CatalogException e) {
      out.println("Not compared: the catalogue of " + against + " is of another form.");
      out.println("  " + e.getMessage());
    }
    return SOUND;
  }

  private void print(String against, Catalog before, Catalog after) {
    OfferChanges offers = OfferChanges.between(before, after);
    out.printf(
        "Offers against %s: %d added, %d removed, %d repriced, %d changed otherwise%n",
        against,
        offers.added().size(),
        offers.removed().size(),
        offers.repriced().size(),
        offers.altered().size());
    out.print(Lines.first(offers.lines(), limit));
    PickChanges picks = PickChanges.between(before, after);
    out.printf(
        "Picks that change: those of %d of %d questions (every model, %s, %s tokens,"
            + " each provider and all)%n",
        picks.affected(),
        picks.questions(),
        String.join(" and ", Grid.FAMILIES),
        String.join(" and ", Grid.CONTEXTS.stream().map(String::valueOf).toList()));
    out.print(Lines.first(picks.lines(), limit));
  }
}
