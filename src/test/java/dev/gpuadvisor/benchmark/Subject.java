package dev.gpuadvisor.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.function.testing.FunctionProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * An executable to be measured. All of them lie in one folder, hence on one file system.
 *
 * @param settings of its environment
 */
record Subject(
    String name, Path executable, Map<String, String> settings, long binaryBytes, long zipBytes) {

  static Subject function(Path zip, Path folder) throws IOException {
    Path unzipped = FunctionProcess.unzip(zip, Files.createDirectory(folder.resolve("unzipped")));
    Path executable = copy(unzipped, folder.resolve("bootstrap"));
    Files.delete(unzipped);
    Files.delete(unzipped.getParent());
    return new Subject(
        "gpu-advisor", executable, Map.of(), Files.size(executable), Files.size(zip));
  }

  /** The same with a file of prices at its start: whole lists, until they have so many offers. */
  Subject withPrices(int offers, Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode content = mapper.createObjectNode();
    ArrayNode lists = content.putArray("price_lists");
    int held = 0;
    for (PriceList list : BundledCatalog.catalog().priceLists().all()) {
      if (held < offers) {
        String file = "price-lists/" + list.provider() + ".json";
        lists.add(mapper.readTree(BundledCatalog.content(file)));
        held += list.offers().size();
      }
    }
    Path file = folder.resolve("prices.json");
    mapper.writeValue(file.toFile(), content);
    return new Subject(
        name + " with " + held + " offers of a file",
        executable,
        Map.of("GPU_ADVISOR_PRICES", file.toString()),
        binaryBytes,
        zipBytes);
  }

  /**
   * @param nameAndFile as in {@code go=/tmp/go/bootstrap}; without a name, it is its folder's
   */
  static Subject other(String nameAndFile, Path folder) throws IOException {
    int equals = nameAndFile.indexOf('=');
    Path file = Path.of(nameAndFile.substring(equals + 1)).toAbsolutePath();
    String name =
        equals < 0 ? file.getParent().getFileName().toString() : nameAndFile.substring(0, equals);
    Path executable = copy(file, folder.resolve("bootstrap-" + name));
    return new Subject(
        name, executable, Map.of(), Files.size(executable), deflatedBytes(executable));
  }

  /**
   * All are written in the same way: a file that is written bit by bit lies in smaller pieces in
   * the kernel's cache, and starts with an eighth more page faults.
   */
  private static Path copy(Path file, Path to) throws IOException {
    Path executable = Files.copy(file, to);
    if (!executable.toFile().setExecutable(true)) {
      throw new IOException(executable + " cannot be made executable");
    }
    return executable;
  }

  private static long deflatedBytes(Path file) throws IOException {
    Deflater deflater = new Deflater();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
      Files.copy(file, out);
      out.finish();
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
