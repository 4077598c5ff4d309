package dev.gpuadvisor.catalogueimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** Saved answers, one file for each call, in the order of the calls. */
final class FilePages implements Pages {

  private final Deque<Path> files = new ArrayDeque<>();

  /**
   * @param names of files, with commas between them
   */
  FilePages(String names) {
    Arrays.stream(names.split(",")).map(String::strip).map(Path::of).forEach(files::add);
  }

  @Override
  public InputStream open(Call call) throws IOException {
    return more(call)
        .orElseThrow(() -> new ImportException("No saved answer for " + call.path() + "."));
  }

  @Override
  public Optional<InputStream> more(Call call) throws IOException {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Path file = files.poll();
    if (!Files.isReadable(file)) {
      throw new ImportException("There is no such file: " + file);
    }
    return Optional.of(Unzipped.of(Files.newInputStream(file)));
  }

  @Override
  public String secret(String variable) {
    return "";
  }
}
