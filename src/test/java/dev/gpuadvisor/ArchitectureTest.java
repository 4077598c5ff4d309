package dev.gpuadvisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package map: data flows one way, and what is framework stays at the doors. */
class ArchitectureTest {

  private static final int MOST_LINES = 200;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.gpuadvisor");

  @Test
  void dependenciesFollowTheMap() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("catalog")
        .definedBy("dev.gpuadvisor.catalog..")
        .layer("text")
        .definedBy("dev.gpuadvisor.text..")
        .layer("sizing")
        .definedBy("dev.gpuadvisor.sizing..")
        .layer("advice")
        .definedBy("dev.gpuadvisor.advice..")
        .layer("api")
        .definedBy("dev.gpuadvisor.api..")
        .layer("slack")
        .definedBy("dev.gpuadvisor.slack..")
        .layer("web")
        .definedBy("dev.gpuadvisor.web..")
        .layer("mcp")
        .definedBy("dev.gpuadvisor.mcp..")
        .layer("report")
        .definedBy("dev.gpuadvisor.report..")
        .layer("page")
        .definedBy("dev.gpuadvisor.page..")
        .layer("product")
        .definedBy("dev.gpuadvisor")
        .layer("doors")
        .definedBy("dev.gpuadvisor.function..", "dev.gpuadvisor.server..")
        .whereLayer("catalog")
        .mayNotAccessAnyLayer()
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("sizing")
        .mayOnlyAccessLayers("catalog")
        .whereLayer("advice")
        .mayOnlyAccessLayers("catalog", "sizing", "text")
        .whereLayer("api")
        .mayOnlyAccessLayers("catalog", "sizing", "advice", "text")
        .whereLayer("slack")
        .mayOnlyAccessLayers("catalog", "sizing", "advice", "text", "api")
        .whereLayer("web")
        .mayOnlyAccessLayers("text", "api")
        .whereLayer("mcp")
        .mayOnlyAccessLayers("catalog", "sizing", "advice", "text", "api")
        .whereLayer("report")
        .mayOnlyAccessLayers("catalog", "sizing", "advice", "text", "api", "web")
        .whereLayer("page")
        .mayOnlyAccessLayers("catalog", "sizing", "advice", "text", "api", "web")
        .whereLayer("doors")
        .mayOnlyAccessLayers("api", "slack", "mcp", "text", "product")
        .check(CLASSES);
  }

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.gpuadvisor.catalog..",
            "dev.gpuadvisor.sizing..",
            "dev.gpuadvisor.advice..",
            "dev.gpuadvisor.text..",
            "dev.gpuadvisor.api..",
            "dev.gpuadvisor.slack..",
            "dev.gpuadvisor.mcp..",
            "dev.gpuadvisor.web..",
            "dev.gpuadvisor.report..",
            "dev.gpuadvisor.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "io.vertx..", "jakarta..", "com.amazonaws..", "com.slack..")
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
  void packagesOfTheApiHaveNoCycles() {
    slices().matching("dev.gpuadvisor.api.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("dev.gpuadvisor.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void filesFitOnAScreenOrTwo() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> tooLong =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) >= MOST_LINES)
              .toList();

      assertEquals(List.of(), tooLong);
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
