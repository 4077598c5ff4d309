package dev.gpuadvisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package map: data flows one way, and what is framework stays at the doors. */
class ArchitectureTest {

  private static final int MOST_LINES = 250;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gpuadvisor");

  /** Who may use whom: the table of packages, each with what it stands on. */
  private static final Map<String, Set<String>> MAP = map();

  private static Map<String, Set<String>> map() {
    Set<String> core = Set.of("catalog", "lexicon", "unlisted", "sizing", "money", "advice");
    Set<String> asked = union(core, "text", "problem", "stream", "parameter", "question");
    Set<String> surface = union(asked, "http", "json", "story", "operation");
    Map<String, Set<String>> map = new TreeMap<>();
    map.put("catalog", Set.of());
    map.put("text", Set.of());
    map.put("crypto", Set.of());
    map.put("net", Set.of());
    map.put("stream", Set.of());
    map.put("lexicon", Set.of("catalog"));
    map.put("unlisted", Set.of("catalog", "text", "problem", "stream"));
    map.put("hub", Set.of("catalog", "text", "problem", "stream", "unlisted", "net"));
    map.put("sizing", Set.of("catalog"));
    map.put("money", Set.of("catalog"));
    map.put("advice", Set.of("catalog", "sizing", "money", "text"));
    map.put("story", union(core, "text"));
    map.put("problem", Set.of("text"));
    map.put("parameter", union(core, "text", "problem"));
    map.put("question", union(core, "text", "problem", "parameter"));
    map.put("http", Set.of("text", "problem", "stream", "parameter", "unlisted"));
    map.put("json", union(core, "text", "problem", "stream"));
    map.put("csv", union(core, "text", "stream"));
    map.put("operation", union(asked, "http", "json", "csv", "story"));
    map.put("api", union(asked, "http", "json", "operation"));
    map.put("web", Set.of("text", "http", "operation"));
    map.put("launch", surface);
    map.put("feed", surface);
    map.put("mcp", surface);
    map.put("slack", union(surface, "crypto", "net", "launch"));
    map.put("report", union(surface, "web", "launch"));
    map.put("page", union(surface, "web"));
    map.put(
        "cli",
        union(surface, "api", "launch", "report", "slack", "hub", "net", "product", "crypto"));
    map.put("function", union(surface, "api", "slack", "mcp", "crypto", "net", "hub", "product"));
    map.put("server", union(surface, "api", "slack", "mcp", "hub", "cli", "product"));
    return map;
  }

  private static Set<String> union(Set<String> one, String... others) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(Set.of(others));
    return all;
  }

  @Test
  void dependenciesFollowTheMap() {
    LayeredArchitecture map = layeredArchitecture().consideringOnlyDependenciesInLayers();
    map = map.layer("product").definedBy("dev.gpuadvisor");
    for (String layer : MAP.keySet()) {
      String inside = "dev.gpuadvisor." + layer + "..";
      // The native function is built without the server's door.
      map =
          layer.equals("server")
              ? map.optionalLayer(layer).definedBy(inside)
              : map.layer(layer).definedBy(inside);
    }
    for (Map.Entry<String, Set<String>> layer : MAP.entrySet()) {
      map =
          layer.getValue().isEmpty()
              ? map.whereLayer(layer.getKey()).mayNotAccessAnyLayer()
              : map.whereLayer(layer.getKey())
                  .mayOnlyAccessLayers(layer.getValue().toArray(String[]::new));
    }
    map.check(CLASSES);
  }

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.gpuadvisor.function..", "dev.gpuadvisor.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "io.vertx..", "jakarta..", "com.amazonaws..", "com.slack..")
        .check(CLASSES);
  }

  /** The doors open the bundled one; everybody else is handed the one that is asked of. */
  @Test
  void theCatalogueIsHandedOver() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.gpuadvisor", "dev.gpuadvisor.catalog.reading")
        .and()
        .doNotHaveFullyQualifiedName("dev.gpuadvisor.cli.Main")
        .and()
        .doNotHaveFullyQualifiedName("dev.gpuadvisor.function.GatewayHandler")
        .and()
        .doNotHaveFullyQualifiedName("dev.gpuadvisor.function.NativeFunction")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.gpuadvisor.catalog.reading.BundledCatalog")
        .check(CLASSES);
  }

  /** Each dependency in the function is paid for at every cold start. */
  @Test
  void theFunctionStandsOnTheJdkStreamingJsonAndTemplatesAlone() {
    classes()
        .that()
        .resideOutsideOfPackages("dev.gpuadvisor.function..", "dev.gpuadvisor.server..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net.ssl..",
            "com.fasterxml.jackson..",
            "gg.jte..",
            "org.graalvm.nativeimage..",
            "dev.gpuadvisor..")
        .check(CLASSES);
  }

  /** The answer's JSON is written by hand: reflection has no place in a native image. */
  @Test
  void onlyTheCatalogueIsReadAsATree() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.gpuadvisor.catalog..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.gpuadvisor.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void filesFitOnAScreenOrTwo() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) > MOST_LINES)
              .toList();

      assertEquals(List.of(), tooLong);
    }
  }

  /** A test that was overwritten by nothing fails nowhere. */
  @Test
  void noFileIsEmpty() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> empty =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) < 2)
              .toList();

      assertEquals(List.of(), empty);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
