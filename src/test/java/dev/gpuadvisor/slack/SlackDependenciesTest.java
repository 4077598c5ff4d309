package dev.gpuadvisor.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SlackDependenciesTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.gpuadvisor.slack");

  /** No framework, no cloud, no SDK: each would be paid for at every cold start. */
  @Test
  void usesTheCoreTheApiAndStreamingJson() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.fasterxml.jackson.core..",
            "dev.gpuadvisor.catalog",
            "dev.gpuadvisor.sizing",
            "dev.gpuadvisor.advice",
            "dev.gpuadvisor.text",
            "dev.gpuadvisor.api..",
            "dev.gpuadvisor.slack")
        .check(CLASSES);
  }
}
