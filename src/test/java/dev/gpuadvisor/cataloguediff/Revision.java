package dev.gpuadvisor.cataloguediff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A catalogue as git has it.
 *
 * @param directory of the catalogue in the working tree
 * @param commit as git takes it, {@code HEAD}, {@code main~3}
 */
record Revision(Path directory, String commit) implements CatalogueSource {

  /** Whether git knows it, in the repository of that directory. */
  boolean exists() {
    return !commit.startsWith("-")
        && git("rev-parse", "--verify", commit + "^{commit}").isPresent();
  }

  @Override
  public String content(String file) {
    return git("show", commit + ":./" + file).orElse(null);
  }

  @Override
  public List<String> priceLists() {
    return git("ls-tree", "--name-only", commit, "./" + PRICE_LISTS).stream()
        .flatMap(String::lines)
        .toList();
  }

  private Optional<String> git(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of("git", "-C", directory.toString()), Stream.of(arguments)).toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
