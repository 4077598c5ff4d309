package dev.gpuadvisor.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the message files promise to the code: see {@code src/build/java/GenerateMessages.java}. */
class GeneratedTextsTest {

  private static final Path GENERATOR = Path.of("src/build/java/GenerateMessages.java");

  @TempDir Path directory;

  @Test
  void aTextWithItsValuesCompiles() {
    assertTrue(compiles("Msg.Amount.percent(new java.math.BigDecimal(5))"));
    assertTrue(compiles("Msg.Supply.high()"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Msg.Supply.plenty()",
        "Msg.NoSuchGroup.high()",
        "Msg.Amount.percent()",
        "Msg.Amount.percent(\"5\")",
        "Msg.Supply.high(5)",
        "new Message(\"supply.high\")",
        "Message.of(\"supply.high\")"
      })
  void whatHasNoTextDoesNotCompile(String expression) {
    assertEquals(false, compiles(expression));
  }

  @Test
  void nobodyWritesTextsThatNobodySays() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.gpuadvisor");
    List<String> unsaid =
        classes.stream()
            .filter(GeneratedTextsTest::isGroup)
            .flatMap(group -> group.getMethods().stream())
            .filter(text -> text.getAccessesToSelf().isEmpty())
            .map(JavaMethod::getFullName)
            .toList();
    assertEquals(List.of(), unsaid);
  }

  private static boolean isGroup(JavaClass each) {
    return each.getName().startsWith(Msg.class.getName() + "$");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.b = {x} of {y}       | a.b = {x}             | fr: a.b has values [x], not [x, y]
          a.b = {x}              | c.d = high            | fr: a.b is missing
          a.b = {x}              | c.d = high            | en: c.d is missing
          a.b = {x:bytes}        | a.b = {x}             | en: a.b has a value of an unknown kind: bytes
          a.b = {x:usd}          | a.b = {x:gib}         | fr: a.b has x as gib
          a.b = {x               | a.b = {x}             | en: a.b leaves a brace open
          `a.b = {n|one}`        | a.b = {n}             | en: a.b has no two forms by a number: n
          `a.b = {n:usd|# $|#}`  | a.b = {n}             | en: a.b has no two forms by a number: n:usd
          alone = high           | alone = haut          | en: alone is not a group, a dot and a name
          """)
  void whatDoesNotFitTogetherIsNotGenerated(String english, String french, String fault)
      throws Exception {
    Files.writeString(directory.resolve("en.properties"), english);
    Files.writeString(directory.resolve("fr.properties"), french);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                GENERATOR.toString(),
                directory.toString(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertNotEquals(0, process.waitFor());
    assertTrue(said.contains(fault), said);
  }

  private boolean compiles(String expression) {
    String source =
        "import dev.gpuadvisor.text.*; class Said { Message message = " + expression + "; }";
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Said.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoringErrors) throws IOException {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-proc:none", "-classpath", "target/classes", "-d", directory.toString());
    return compiler
        .getTask(null, null, new DiagnosticCollector<>(), options, null, List.of(file))
        .call();
  }
}
