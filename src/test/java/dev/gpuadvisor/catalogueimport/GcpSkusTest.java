package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of Google Compute Engine, summed from SKUs. */
class GcpSkusTest {

  private static final String PATH = "/v1/services/6F81-5844-456A/skus";
  private static final List<String> GPUS =
      List.of(
          "Nvidia Tesla A100 GPU",
          "Nvidia Tesla A100 80GB GPU",
          "Nvidia H100 80GB GPU",
          "Nvidia H100 80GB Mega GPU",
          "H200 141GB GPU",
          "Nvidia L4 GPU",
          "RTX 6000 96GB");
  private static final List<String> FAMILIES = List.of("A2", "A3", "A3Plus", "A3Ultra", "G2", "G4");

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
  }

  private static String sku(String description, String unit, int nanos) {
    return """
    {"description":"%s","category":{"usageType":"OnDemand"},"serviceRegions":["us-central1",\
    "us-east4","europe-west1","europe-west4"],"pricingInfo":[{"pricingExpression":{"usageUnit":"%s",\
    "tieredRates":[{"unitPrice":{"currencyCode":"USD","units":"%d","nanos":%d}}]}}]}\
    """
        .formatted(description, unit, nanos / 1_000_000_000, nanos % 1_000_000_000);
  }

  /** GPUs at 2.5, cores at 0.02, a GiB at 0.003, disks at 0.073 a month; spot at half. */
  private static List<String> skus() {
    List<String> skus = new ArrayList<>();
    for (String gpu : GPUS) {
      skus.add(sku(gpu + " running in Americas", "h", 2_100_000_000));
      skus.add(sku(gpu + " attached to Spot Preemptible VMs running in Iowa", "h", 1_050_000_000));
      skus.add(sku(gpu + " DWS Calendar Mode running in Iowa", "h", 7));
      skus.add(sku("Commitment v1: " + gpu + " running in Iowa for 1 Year", "h", 8));
    }
    for (String family : FAMILIES) {
      skus.add(sku(family + " Instance Core running in Americas", "h", 20_000_000));
      skus.add(sku(family + " Instance Ram running in Americas", "GiBy.h", 3_000_000));
      skus.add(
          sku("Spot Preemptible " + family + " Instance Core running in Iowa", "h", 10_000_000));
      skus.add(
          sku("Spot Preemptible " + family + " Instance Ram running in Iowa", "GiBy.h", 1_500_000));
    }
    skus.add(sku("SSD backed Local Storage in Iowa", "GiBy.mo", 73_000_000));
    skus.add(
        sku(
            "SSD backed Local Storage attached to Spot Preemptible VMs in Iowa",
            "GiBy.mo",
            36_500_000));
    return skus;
  }

  private Workspace.Outcome run(List<String> skus) throws IOException {
    int half = skus.size() / 2;
    try (Loopback server = new Loopback()) {
      server.on(
          PATH,
          "{\"skus\":[" + String.join(",", skus.subList(0, half)) + "],\"nextPageToken\":\"a/b\"}",
          "{\"skus\":[" + String.join(",", skus.subList(half, skus.size())) + "]}");
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
    Workspace.Outcome outcome = run(skus());

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
    List<String> skus = skus();
    skus.add(sku("Nvidia L4 GPU running in Iowa", "h", 9));
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
        skus().stream().filter(sku -> !sku.contains("A3Plus Instance Ram")).toList();
    workspace.accepting(accepted);
    Workspace.Outcome outcome = run(skus);

    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(workspace.page("gcp").contains("`a3-megagpu-8g`, seen last on "));
  }
}
