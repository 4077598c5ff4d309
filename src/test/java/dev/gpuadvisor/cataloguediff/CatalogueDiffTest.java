package dev.gpuadvisor.cataloguediff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueDiffTest {

  private static final Path BUNDLED = Path.of("src/main/resources/catalog");
  private static final String RUNPOD = "price-lists/runpod-serverless.json";

  @TempDir Path copy;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(BUNDLED.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void replace(String file, String text, String other) throws IOException {
    String before = Files.readString(copy.resolve(file));
    assertTrue(before.contains(text), file);
    Files.writeString(copy.resolve(file), before.replace(text, other));
  }

  private String diff(int status, String catalogue, String against) {
    return diff(status, List.of(catalogue, against, "1000"));
  }

  private static String diff(int status, List<String> arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int ended =
        CatalogueDiff.run(arguments.toArray(String[]::new), new PrintStream(bytes, true, UTF_8));
    String output = bytes.toString(UTF_8);
    assertEquals(status, ended, output);
    return output;
  }

  @Test
  void findsNothingBetweenACatalogueAndItsCopy() {
    String output = diff(CatalogueDiff.SOUND, copy.toString(), BUNDLED.toString());

    assertTrue(output.startsWith("The catalogue is sound: "), output);
    assertTrue(output.contains(": 0 added, 0 removed, 0 repriced, 0 changed otherwise"), output);
    assertTrue(output.contains("Picks that change: those of 0 of "), output);
  }

  @Test
  void saysWhatAnotherPriceChanges() throws IOException {
    replace(RUNPOD, "\"0.00019\"", "\"0.00033\"");
    String output = diff(CatalogueDiff.SOUND, copy.toString(), BUNDLED.toString());

    assertTrue(
        output.contains("$ runpod-serverless AMPERE_24 $0.684 -> $1.188 (+73.7%)\n"), output);
    assertTrue(
        output.contains(
            "runpod-serverless, recommended: AMPERE_24 $0.684 -> ADA_24_PRO $1.116 (+63.2%), for "),
        output);
    assertFalse(output.contains("modal, recommended"), output);
  }

  @Test
  void saysWhatAPriceChangesForThoseWhoAskAll() throws IOException {
    replace("price-lists/runpod-community.json", "\"0.16\"", "\"0.61\"");
    String output = diff(CatalogueDiff.SOUND, copy.toString(), BUNDLED.toString());

    assertTrue(output.contains("all, recommended: pod-rtx-a5000-community $0.16 -> "), output);
  }

  @Test
  void saysWhatMoreSupplyChanges() throws IOException {
    replace(RUNPOD, "\"supply\": \"medium\"", "\"supply\": \"high\"");
    String output = diff(CatalogueDiff.SOUND, copy.toString(), BUNDLED.toString());

    assertTrue(output.contains(", 0 repriced, 3 changed otherwise"), output);
    assertTrue(output.contains("~ runpod-serverless AMPERE_16\n"), output);
    assertTrue(
        output.contains("recommended: AMPERE_24 $0.684 -> AMPERE_16 $0.576 (-15.8%)"), output);
  }

  @Test
  void listsOffersThatComeAndGo() throws IOException {
    replace("price-lists/modal.json", "\"modal-l4\"", "\"modal-l4-new\"");
    String output = diff(CatalogueDiff.SOUND, copy.toString(), BUNDLED.toString());

    assertTrue(output.contains(": 1 added, 1 removed, 0 repriced"), output);
    assertTrue(output.contains("+ modal modal-l4-new $0.7992\n"), output);
    assertTrue(output.contains("- modal modal-l4 $0.7992\n"), output);
  }

  @Test
  void comparesWithACatalogueThatHadFewerLists() throws IOException {
    Files.delete(copy.resolve("price-lists/runpod-community.json"));
    String output = diff(CatalogueDiff.SOUND, BUNDLED.toString(), copy.toString());

    assertTrue(output.contains(": 19 added, 0 removed"), output);
    assertTrue(output.contains("all, recommended: "), output);
  }

  @Test
  void printsNoMoreThanIsAskedFor() throws IOException {
    replace(RUNPOD, "\"0.00019\"", "\"0.00033\"");
    List<String> arguments = List.of(copy.toString(), BUNDLED.toString(), "1");
    String output = diff(CatalogueDiff.SOUND, arguments);

    assertEquals(6, output.lines().count(), output);
    assertTrue(output.lines().toList().get(5).matches("  and [0-9]+ more lines"), output);
  }

  @Test
  void namesTheFaultOfABadCatalogue() throws IOException {
    replace("price-lists/modal.json", "\"0.000222\"", "\"free\"");
    String output = diff(CatalogueDiff.BAD, copy.toString(), BUNDLED.toString());

    assertTrue(
        output.startsWith(
            "Bad catalogue: price-lists/modal.json, entry 'modal-l4', field 'usd_per_second': "),
        output);
  }

  @Test
  void refusesAListThatTheProgramWouldNotRead() throws IOException {
    Files.copy(copy.resolve(RUNPOD), copy.resolve("price-lists/forgotten.json"));
    String output = diff(CatalogueDiff.BAD, copy.toString(), BUNDLED.toString());

    assertTrue(output.startsWith("Bad catalogue: price-lists/forgotten.json: "), output);
  }

  @Test
  void doesNotCompareWithAnotherForm() throws IOException {
    replace(RUNPOD, "\"scales_to_zero\": true,", "");
    String output = diff(CatalogueDiff.SOUND, BUNDLED.toString(), copy.toString());

    assertTrue(output.contains("Not compared: "), output);
    assertTrue(output.contains("field 'scales_to_zero': is missing"), output);
  }

  @Test
  void comparesWithARevisionOfGit() throws Exception {
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x");
    replace(RUNPOD, "\"0.00019\"", "\"0.00033\"");
    String output = diff(CatalogueDiff.SOUND, copy.toString(), "HEAD");

    assertTrue(output.contains("Offers against HEAD: 0 added, 0 removed, 1 repriced"), output);
  }

  @Test
  void saysThatThereIsNothingToHoldItAgainst() {
    for (String against : List.of("no-such-revision", "--help", "")) {
      String output = diff(CatalogueDiff.MISUSED, copy.toString(), against);
      assertTrue(output.contains("Neither a directory nor a git revision: " + against), output);
    }
    diff(CatalogueDiff.MISUSED, List.of(copy.toString()));
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("git", "-C", copy.toString()), Stream.of(arguments)).toList();
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command::toString);
  }
}
