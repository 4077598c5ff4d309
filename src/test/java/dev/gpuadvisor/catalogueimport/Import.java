package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.catalog.CatalogFiles;
import dev.gpuadvisor.catalog.reading.CatalogException;
import dev.gpuadvisor.cataloguediff.CatalogueDiff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One import: an answer is read, every gate is asked, the new lists are read as the program would
 * read them, and only then are files replaced.
 */
final class Import {

  private static final String LINES_OF_THE_DIFF = "40";

  private final Options options;
  private final Importer importer;
  private final List<PriceListFile> lists = new ArrayList<>();
  private LocalDate day;
  private final Map<Path, String> written = new LinkedHashMap<>();

  Import(Options options, Importer importer) {
    this.options = options;
    this.importer = importer;
  }

  void run(PrintStream out) throws IOException {
    Mapping mapping = Mapping.read(importer.name());
    SecondSource second =
        options.second().isPresent()
            ? SecondSource.read(Path.of(options.second().get()))
            : SecondSource.none();
    Answer answer = importer.read(options.answers(importer), mapping);
    day = options.day(answer);
    Gates gates = new Gates(options, mapping, second);
    Map<String, Quote> seen = gates.read(answer);
    openLists(mapping);
    lists.forEach(list -> gates.judge(list, answer));
    if (!gates.faults().isEmpty()) {
      throw new ImportException(String.join("\n  ", gates.faults()));
    }
    ImportPage page = new ImportPage(importer, day, second);
    String source = source();
    for (PriceListFile list : lists) {
      update(list, mapping, seen, page, source);
    }
    page.unknown(unknown(answer, mapping));
    written.put(options.facts(), FactsFile.update(options.facts(), seen, day.toString(), source));
    page.picks(check());
    Path at = options.pages().resolve(importer.name() + ".md");
    Files.createDirectories(options.pages());
    written.put(at, page.text());
    replace();
    out.println(page.summary() + " " + at);
  }

  private void openLists(Mapping mapping) throws IOException {
    try (Stream<Path> files = Files.list(options.catalogue().resolve("price-lists"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        PriceListFile list = PriceListFile.read(file);
        if (!list.mapped(mapping).isEmpty()) {
          lists.add(list);
        }
      }
    }
    Set<String> offers = new TreeSet<>(mapping.offers().values());
    lists.forEach(list -> offers.removeAll(list.offers()));
    if (!offers.isEmpty()) {
      throw new ImportException("The mapping names offers that no list has: " + offers);
    }
  }

  /** What an entry of the catalogue gives as the source of its price. */
  private String source() {
    return importer.base().getHost() + ", read on " + day;
  }

  private void update(
      PriceListFile list, Mapping mapping, Map<String, Quote> seen, ImportPage page, String source)
      throws IOException {
    Path past = options.catalogue().resolve("history/" + list.provider() + ".csv");
    HistoryFile history = HistoryFile.read(past);
    Set<String> found = new TreeSet<>();
    for (String offer : list.mapped(mapping)) {
      Quote quote = seen.get(offer);
      if (quote == null) {
        page.vanished(list, offer);
        continue;
      }
      found.add(offer);
      BigDecimal before = list.perHour(offer);
      page.seen(list, offer, before, quote);
      if (before.compareTo(quote.perHour()) != 0) {
        history.add(list, offer, quote.perHour(), day.toString(), source);
      }
      list.see(offer, quote, day, source);
    }
    list.seal(found, day, source);
    written.put(list.path(), list.text());
    if (history.isChanged()) {
      written.put(past, history.text());
    }
  }

  private static Set<String> unknown(Answer answer, Mapping mapping) {
    Set<String> unknown = new TreeSet<>();
    answer.quotes().stream()
        .map(Quote::key)
        .filter(key -> mapping.offer(key).isEmpty())
        .forEach(unknown::add);
    return unknown;
  }

  /** The new catalogue beside the old one: it must be sound, and what it recommends is told. */
  private String check() throws IOException {
    Path copy = Files.createTempDirectory("catalogue-import");
    try {
      copy(options.catalogue(), copy);
      for (Map.Entry<Path, String> file : written.entrySet()) {
        if (file.getKey().startsWith(options.catalogue())) {
          Path at = copy.resolve(options.catalogue().relativize(file.getKey()));
          Files.createDirectories(at.getParent());
          Files.writeString(at, file.getValue(), UTF_8);
        }
      }
      sound(copy);
      if (!options.compares()) {
        return "";
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      String[] arguments = {copy.toString(), options.catalogue().toString(), LINES_OF_THE_DIFF};
      CatalogueDiff.run(arguments, new PrintStream(bytes, true, UTF_8));
      return bytes.toString(UTF_8);
    } finally {
      delete(copy);
    }
  }

  private static void sound(Path catalogue) throws IOException {
    try (Stream<Path> files = Files.list(catalogue.resolve("price-lists"))) {
      List<String> lists = files.map(file -> "price-lists/" + file.getFileName()).toList();
      CatalogFiles.read(
          name -> {
            try {
              Path file = catalogue.resolve(name);
              return Files.exists(file) ? Files.readString(file, UTF_8) : null;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          lists);
    } catch (CatalogException e) {
      throw new ImportException("The new list is not sound: " + e.getMessage(), e);
    }
  }

  /** Copies what lies below one directory to below the other. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Each file is whole before it takes the place of the old one. */
  private void replace() throws IOException {
    Map<Path, Path> moves = new LinkedHashMap<>();
    for (Map.Entry<Path, String> file : written.entrySet()) {
      Files.createDirectories(file.getKey().toAbsolutePath().getParent());
      Path temporary = file.getKey().resolveSibling(file.getKey().getFileName() + ".new");
      Files.writeString(temporary, file.getValue(), UTF_8);
      moves.put(temporary, file.getKey());
    }
    for (Map.Entry<Path, Path> move : moves.entrySet()) {
      Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
