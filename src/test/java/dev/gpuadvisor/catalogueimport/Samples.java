package dev.gpuadvisor.catalogueimport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Answers in the forms that the providers document, made from prices by the keys of the mapping
 * files. All values besides are invented.
 */
final class Samples {

  private static final String PATH_OF_HF = "/v2/provider/me";

  private Samples() {}

  /** Sets a provider up that asks those prices. */
  static void serve(Loopback server, String importer, Map<String, BigDecimal> prices) {
    switch (importer) {
      case "runpod" -> server.on("/v2/catalog/gpus", runPod(prices));
      case "hf-spaces" -> server.on("/api/spaces/hardware", hardware(prices));
      case "hf-jobs" -> server.on("/api/jobs/hardware", hardware(prices));
      case "hf-inference-endpoints" -> server.on(PATH_OF_HF, endpoints(prices));
      case "azure" -> CloudSamples.azure(server, prices);
      case "aws" -> CloudSamples.aws(server, prices);
      case "lambda" -> server.on("/api/v1/instance-types", lambda(prices));
      case "vast" -> server.on("/api/v0/bundles/", vast(prices));
      case "shadeform" -> server.on("/v1/instances/types", shadeform(prices));
      case "vultr" -> vultr(server, prices);
      case "ovh" -> server.on("/1.0/order/catalog/public/cloud", ovh(prices, "USD"));
      case "oracle" -> CloudSamples.oracle(server, prices);
      case "digitalocean" -> digitalOcean(server, prices);
      default -> throw new IllegalArgumentException(importer);
    }
  }

  private static String join(List<String> parts) {
    return String.join(",", parts);
  }

  static String runPod(Map<String, BigDecimal> prices) {
    Map<String, Map<String, BigDecimal>> gpus = new LinkedHashMap<>();
    prices.forEach(
        (key, price) -> {
          int at = key.lastIndexOf(' ');
          boolean pool = key.startsWith("pool ");
          gpus.computeIfAbsent(pool ? key : key.substring(0, at), unseen -> new TreeMap<>())
              .put(pool ? "serverless" : key.substring(at + 1), price);
        });
    List<String> entries = new ArrayList<>();
    gpus.forEach(
        (id, each) ->
            entries.add(
                """
                {"id":"%s","name":"x","pool":%s,"manufacturer":"NVIDIA","memory":48,"secure":%s,\
                "community":%s,"price":{"secure":%s,"community":%s,"serverless":%s},\
                "maxCount":{"secure":8,"community":4},"availability":"MEDIUM",\
                "dataCenters":[{"id":"EU-RO-1","name":"Romania","availability":"LOW"}]}\
                """
                    .formatted(
                        id,
                        id.startsWith("pool ") ? "\"" + id.substring(5) + "\"" : "null",
                        each.containsKey("secure"),
                        each.containsKey("community"),
                        each.getOrDefault("secure", BigDecimal.ZERO),
                        each.getOrDefault("community", BigDecimal.ZERO),
                        each.getOrDefault("serverless", null))));
    return "{\"gpus\":[" + join(entries) + "]}";
  }

  static String hardware(Map<String, BigDecimal> prices) {
    List<String> entries = new ArrayList<>();
    prices.forEach(
        (key, price) -> {
          BigDecimal micro =
              price.movePointRight(6).divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP);
          entries.add(
              """
              {"name":"%s","prettyName":"x","cpu":"4 vCPU","ram":"15 GB","ephemeralStorage":"1 GB",\
              "accelerator":{"type":"gpu","model":"A10G","quantity":"1","vram":"24 GB",\
              "manufacturer":"Nvidia"},"unitCostMicroUSD":%s,"unitCostUSD":%s,"unitLabel":"minute"}\
              """
                  .formatted(key, micro, micro.movePointLeft(6)));
        });
    entries.add(
        "{\"name\":\"cpu-basic\",\"accelerator\":null,\"unitCostMicroUSD\":0,\"unitCostUSD\":0.0}");
    return "[" + join(entries) + "]";
  }

  private static String endpoints(Map<String, BigDecimal> prices) {
    Map<String, List<String>> vendors = new TreeMap<>();
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          vendors
              .computeIfAbsent(parts[0], unseen -> new ArrayList<>())
              .add(
                  """
                  {"id":"x","accelerator":"gpu","instanceType":"%s","instanceSize":"%s",\
                  "numAccelerators":1,"gpuMemoryGb":24,"pricePerHour":%s,"status":"available"}\
                  """
                      .formatted(parts[1], parts[2], price));
        });
    return vendors.entrySet().stream()
        .map(
            vendor ->
                """
                {"name":"%s","status":"available","regions":[{"name":"a","computes":[%s]},\
                {"name":"b","computes":[%2$s]}]}\
                """
                    .formatted(vendor.getKey(), join(vendor.getValue())))
        .collect(Collectors.joining(",", "{\"vendors\":[", "]}"));
  }

  static String lambda(Map<String, BigDecimal> prices) {
    return prices.entrySet().stream()
        .map(
            each ->
                """
                "%s":{"instance_type":{"name":"%1$s","description":"x","gpu_description":"x",\
                "price_cents_per_hour":%s,"specs":{"vcpus":26,"memory_gib":225,"gpus":1}},\
                "regions_with_capacity_available":[{"name":"us-east-1"}]}\
                """
                    .formatted(each.getKey(), each.getValue().movePointRight(2).toPlainString()))
        .collect(Collectors.joining(",", "{\"data\":{", "}}"));
  }

  /** Three verified machines around the price, one of them twice; a host that nobody verified. */
  static String vast(Map<String, BigDecimal> prices) {
    List<String> offers = new ArrayList<>();
    prices.forEach(
        (card, price) -> {
          BigDecimal cent = new BigDecimal("0.01");
          offers.add(vast(card, 1, 1, price.subtract(cent), "verified"));
          offers.add(vast(card, 2, 1, price, "verified"));
          offers.add(vast(card, 3, 2, price.add(cent).multiply(BigDecimal.valueOf(2)), "verified"));
          offers.add(vast(card, 3, 4, price.multiply(BigDecimal.valueOf(40)), "verified"));
          offers.add(vast(card, 4, 1, cent, "unverified"));
        });
    return "{\"offers\":[" + join(offers) + "]}";
  }

  private static String vast(String card, int machine, int gpus, BigDecimal price, String host) {
    return """
    {"id":%d,"machine_id":%d,"gpu_name":"%s","num_gpus":%d,"gpu_ram":81559,"cpu_cores":null,\
    "dph_base":%s,"dph_total":9.9,"min_bid":null,"storage_cost":0.2,"verification":"%s",\
    "rentable":true,"rented":false}\
    """
        .formatted(machine * 10 + gpus, machine, card, gpus, price, host);
  }

  private static String shadeform(Map<String, BigDecimal> prices) {
    return prices.entrySet().stream()
        .map(
            each -> {
              String[] parts = each.getKey().split(" ");
              return """
              {"cloud":"%s","region":"x","configuration":{"gpu_type":"%s","interconnect":"%s",\
              "num_gpus":%s,"vram_per_gpu_in_gb":80},"hourly_price":%s,"deployment_type":"vm",\
              "availability":[{"region":"x","available":true}]}\
              """
                  .formatted(
                      parts[0],
                      parts[1],
                      parts[2],
                      parts[3].substring(1),
                      each.getValue().movePointRight(2).toPlainString());
            })
        .collect(Collectors.joining(",", "{\"instance_types\":[", "]}"));
  }

  private static void vultr(Loopback server, Map<String, BigDecimal> prices) {
    List<String> plans = new ArrayList<>();
    prices.forEach(
        (key, price) ->
            plans.add(
                """
                {"id":"%s","vcpu_count":16,"hourly_cost":%s,"hourly_cost_preemptible":1.4,\
                "deploy_preemptible":false,"locations":["ewr"],"gpu_vram_gb":48,"gpu_type":"x"}\
                """
                    .formatted(key, price)));
    server.on(
        "/v2/plans",
        "{\"plans\":[{\"id\":\"vc2\",\"hourly_cost\":0}],\"meta\":{\"links\":{\"next\":\"bmV4dA==\"}}}",
        "{\"plans\":[" + join(plans) + "],\"meta\":{\"total\":1,\"links\":{\"next\":\"\"}}}");
  }

  static String ovh(Map<String, BigDecimal> prices, String currency) {
    return prices.entrySet().stream()
        .map(
            each ->
                """
                {"planCode":"%s","product":"publiccloud-instance","pricings":[{"interval":1,\
                "intervalUnit":"hour","commitment":0,"price":%s}],"blobs":{"technical":{"gpu":\
                {"number":1,"model":"H100"}}}}\
                """
                    .formatted(each.getKey(), each.getValue().movePointRight(8).toPlainString()))
        .collect(
            Collectors.joining(
                ",", "{\"locale\":{\"currencyCode\":\"" + currency + "\"},\"addons\":[", "]}"));
  }

  private static void digitalOcean(Loopback server, Map<String, BigDecimal> prices) {
    List<String> sizes = new ArrayList<>();
    prices.forEach(
        (slug, price) ->
            sizes.add(
                """
                {"slug":"%s","price_hourly":%s,"regions":["tor1"],"available":true,\
                "gpu_info":{"count":1,"vram":{"amount":48,"unit":"gib"},"model":"x"}}\
                """
                    .formatted(slug, price)));
    server.on(
        "/v2/sizes",
        "{\"sizes\":[{\"slug\":\"s-1vcpu\",\"price_hourly\":0.01}],\"links\":{\"pages\":{\"next\":"
            + "\"https://api.digitalocean.com/v2/sizes?page=2&per_page=200\"}}}",
        "{\"sizes\":[" + join(sizes) + "],\"links\":{}}");
  }
}
