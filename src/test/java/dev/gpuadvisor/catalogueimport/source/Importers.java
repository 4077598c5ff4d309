package dev.gpuadvisor.catalogueimport.source;

import dev.gpuadvisor.catalogueimport.Importer;
import java.util.List;
import java.util.Optional;

/** Every importer that there is. */
public final class Importers {

  public static final List<Importer> ALL =
      List.of(
          new RunPod(),
          HuggingFaceHardware.spaces(),
          HuggingFaceHardware.jobs(),
          new HuggingFaceEndpoints(),
          new AzureRetail(),
          new AwsOfferFile(),
          new GcpSkus(),
          new LambdaCloud(),
          new VastAi(),
          new Shadeform(),
          new Vultr(),
          new Ovh(),
          new OracleCloud(),
          new DigitalOcean());

  private Importers() {}

  /** By its name or another; the names of our own lists are among them. */
  public static Optional<Importer> find(String name) {
    return ALL.stream()
        .filter(importer -> importer.name().equals(name) || importer.aliases().contains(name))
        .findFirst();
  }

  public static List<String> names() {
    return ALL.stream().map(Importer::name).toList();
  }
}
