package dev.gpuadvisor.cataloguemodel;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.hub.HubSettings;
import dev.gpuadvisor.hub.HuggingFaceHub;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Turns a {@code config.json} into an entry of {@code models.json}: {@code ./mvnw -q test-compile
 * exec:java@catalogue-model -Dconfig=config.json -Dmodel=Qwen/Qwen3.8-27B}, or with {@code
 * -Did=Qwen/Qwen3.8-27B} alone the same from the hub. What no configuration says is left to the
 * maintainer: names, licence, day of release, and where the file is from.
 */
public final class CatalogueModel {

  private CatalogueModel() {}

  /**
   * @param arguments path of the configuration; the model's id on the hub; optionally the path of
   *     NVIDIA's {@code hf_quant_config.json}; optionally the id to look up on the hub, instead of
   *     all that
   */
  public static void main(String[] arguments) throws IOException {
    Hub hub = new HuggingFaceHub(HubSettings.from(System::getenv), Clock.systemUTC());
    run(List.of(arguments), hub, System.out);
  }

  static void run(List<String> arguments, Hub hub, PrintStream out) throws IOException {
    if (arguments.size() > 3 && !arguments.get(3).equals("-")) {
      lookUp(arguments.get(3), hub, out);
      return;
    }
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

  private static void lookUp(String id, Hub hub, PrintStream out) {
    Optional<RepositoryName> name = RepositoryName.of(id);
    if (name.isEmpty()) {
      out.println("Not the name of a repository: " + id);
      return;
    }
    Hub.Answer answer = hub.find(name.get());
    if (answer instanceof Hub.Found found) {
      out.print(new EntryText(found.model(), found.model().huggingFaceId()).text());
    } else {
      out.println(id + ": " + answer);
    }
  }

  private static Optional<ConfigFields> fields(String path) throws IOException {
    Path file = Path.of(path);
    return Files.isRegularFile(file)
        ? ConfigFields.parse(Files.readString(file))
        : Optional.empty();
  }
}
