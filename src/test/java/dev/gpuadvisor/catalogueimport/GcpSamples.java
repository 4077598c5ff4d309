package dev.gpuadvisor.catalogueimport;

import java.util.ArrayList;
import java.util.List;

/** The SKUs that all mapped machines of Google Compute Engine are summed from. */
final class GcpSamples {

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

  private GcpSamples() {}

  static String sku(String description, String unit, int nanos) {
    return """
    {"description":"%s","category":{"usageType":"OnDemand"},"serviceRegions":["us-central1",\
    "us-east4","europe-west1","europe-west4"],"pricingInfo":[{"pricingExpression":{"usageUnit":"%s",\
    "tieredRates":[{"unitPrice":{"currencyCode":"USD","units":"%d","nanos":%d}}]}}]}\
    """
        .formatted(description, unit, nanos / 1_000_000_000, nanos % 1_000_000_000);
  }

  /** GPUs at 2.5, cores at 0.02, a GiB at 0.003, disks at 0.073 a month; spot at half. */
  static List<String> skus() {
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

  /** On two pages. */
  static void serve(Loopback server, List<String> skus) {
    int half = skus.size() / 2;
    server.on(
        PATH,
        "{\"skus\":[" + String.join(",", skus.subList(0, half)) + "],\"nextPageToken\":\"a/b\"}",
        "{\"skus\":[" + String.join(",", skus.subList(half, skus.size())) + "]}");
  }
}
