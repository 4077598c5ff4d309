package dev.gpuadvisor.cataloguemodel;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Turns a {@code config.json} into an entry of {@code models.json}: {@code ./mvnw -q test-compile
 * exec:java@catalogue-model -Dconfig=config.json -Dmodel=Qwen/Qwen3.8-27B}. What no configuration
 * says is left to the maintainer: names, licence, day of release, and where the file is from.
 */
public final class CatalogueModel {

  private CatalogueModel() {}

  /**
   * @param arguments path of the configuration; the model's id on the hub; optionally the path of
   *     NVIDIA's {@code hf_quant_config.json}
   */
  public static void main(String[] arguments) throws IOException {
    run(List.of(arguments), System.out);
  }

  static void run(List<String> arguments, PrintStream out) throws IOException {
    if (arguments.size() < 2 || arguments.get(1).indexOf('/') < 1) {
      out.println("Two arguments: path of a config.json, the model's id on the hub (Qwen/...)");
      return;
    }
    Optional<ConfigFields> config = fields(arguments.get(0));
    Optional<ConfigFields> posted =
        arguments.size() > 2 && !arguments.get(2).equals("-")
            ? fields(arguments.get(2))
            : Optional.empty();
    if (config.isEmpty()) {
      out.println("No configuration: " + arguments.get(0));
      return;
    }
    ConfigModel.Read read = ConfigModel.read(config.get(), posted);
    for (Fault fault : read.faults()) {
      out.println(fault.parameter() + ": " + fault.detail().key() + " " + fault.value());
    }
    if (read.model().isPresent()) {
      Model model = read.model().get();
      out.print(new EntryText(model, arguments.get(1)).text());
    }
  }

  private static Optional<ConfigFields> fields(String path) throws IOException {
    Path file = Path.of(path);
    return Files.isRegularFile(file)
        ? ConfigFields.parse(Files.readString(file))
        : Optional.empty();
  }
}
