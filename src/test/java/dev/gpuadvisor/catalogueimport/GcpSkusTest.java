package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of Google Compute Engine, summed from SKUs. */
class GcpSkusTest {

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
  }

  private Workspace.Outcome run(List<String> skus) throws IOException {
    try (Loopback server = new Loopback()) {
      GcpSamples.serve(server, skus);
      Workspace.Outcome outcome = workspace.run("gcp", server.base());
      assertTrue(server.requests().get(0).contains("key=k3"));
      assertTrue(outcome.status() != 0 || server.requests().get(1).endsWith("&pageToken=a%2Fb"));
      return outcome;
    }
  }

  @Test
  void sumsEveryMappedMachine() throws IOException {
    Mapping mapping = Mapping.read("gcp");
    workspace.accepting(new HashSet<>(mapping.offers().values()));
    Workspace.Outcome outcome = run(GcpSamples.skus());

    assertEquals(0, outcome.status(), outcome.output());
    Map<String, BigDecimal> prices = workspace.prices(mapping);
    // 2.1 + 4 x 0.02 + 16 x 0.003; 8 x 2.1 + 208 x 0.02 + 1872 x 0.003 + 6000 x 0.073 / 730
    holds("2.228", prices.get("g2-standard-4 us-central1"));
    holds("1.114", prices.get("g2-standard-4 europe-west4 spot"));
    holds("27.176", prices.get("a3-highgpu-8g us-central1"));
    holds("2.85", prices.get("a2-ultragpu-1g us-central1").subtract(new BigDecimal("0.0375")));
    assertTrue(outcome.output().contains(" 0 vanished"), outcome.output());
  }

  private static void holds(String expected, BigDecimal price) {
    assertEquals(0, new BigDecimal(expected).compareTo(price), price::toString);
  }

  @Test
  void stopsWhereOnePartHasTwoPrices() throws IOException {
    List<String> skus = GcpSamples.skus();
    skus.add(GcpSamples.sku("Nvidia L4 GPU running in Iowa", "h", 9));
    Map<String, String> before = workspace.everything();
    Workspace.Outcome outcome = run(skus);

    assertEquals(CatalogueImport.STOPPED, outcome.status());
    assertTrue(outcome.output().contains("Two prices of Nvidia L4 GPU in us-central1"));
    assertEquals(before, workspace.everything());
  }

  @Test
  void sumsNoMachineOfWhichAPartIsMissing() throws IOException {
    Set<String> accepted = new HashSet<>(Mapping.read("gcp").offers().values());
    List<String> skus =
        GcpSamples.skus().stream().filter(sku -> !sku.contains("A3Plus Instance Ram")).toList();
    workspace.accepting(accepted);
    Workspace.Outcome outcome = run(skus);

    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(workspace.page("gcp").contains("`a3-megagpu-8g`, seen last on "));
  }
}
