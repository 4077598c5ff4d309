package dev.gpuadvisor.catalogueimport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers of the big clouds, in the forms that they document. */
final class CloudSamples {

  private CloudSamples() {}

  /** A region on two pages, with all that is no price on demand between them. */
  static void azure(Loopback server, Map<String, BigDecimal> prices) {
    Map<String, List<String>> regions = new TreeMap<>();
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          String name = parts.length > 2 ? "x Spot" : "x";
          List<String> items = regions.computeIfAbsent(parts[1], unseen -> new ArrayList<>());
          items.add(item(parts[0], parts[1], name, "Virtual Machines", price));
          items.add(item(parts[0], parts[1], "x Low Priority", "Virtual Machines", BigDecimal.ONE));
          items.add(item(parts[0], parts[1], name, "Virtual Machines Windows", BigDecimal.TEN));
          items.add(item(parts[0], parts[1], name, "Virtual Machines", BigDecimal.ZERO));
        });
    for (List<String> items : regions.values()) {
      int half = items.size() / 2;
      server.on(
          "/api/retail/prices",
          "{\"Items\":[%s],\"NextPageLink\":\"https://prices.azure.com:443/api/retail/prices?$filter=x&$skip=%d\"}"
              .formatted(String.join(",", items.subList(0, half)), items.hashCode()),
          "{\"Items\":[%s],\"NextPageLink\":null}"
              .formatted(String.join(",", items.subList(half, items.size()))));
    }
  }

  private static String item(
      String size, String region, String meter, String product, BigDecimal price) {
    return """
    {"currencyCode":"USD","retailPrice":%s,"unitPrice":%1$s,"armRegionName":"%s",\
    "effectiveStartDate":"2026-02-01T00:00:00Z","meterName":"%s","skuName":"%3$s",\
    "productName":"%s","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour",\
    "type":"Consumption","armSkuName":"%s"}\
    """
        .formatted(price, region, meter, product, size);
  }

  static void aws(Loopback server, Map<String, BigDecimal> prices) {
    Map<String, StringBuilder> regions = new TreeMap<>();
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          regions
              .computeIfAbsent(parts[1], unseen -> new StringBuilder(awsHead()))
              .append(awsRow(parts[0], parts[1], price.toPlainString(), "Shared", "Linux"))
              .append(awsRow(parts[0], parts[1], "99.0", "Dedicated", "Linux"))
              .append(awsRow(parts[0], parts[1], "98.0", "Shared", "Windows"));
        });
    regions.forEach(
        (region, rows) ->
            server.on(
                "/offers/v1.0/aws/AmazonEC2/current/" + region + "/index.csv", rows.toString()));
  }

  static String awsHead() {
    return """
    "FormatVersion","v1.0"
    "Disclaimer","say ""no"", please"
    "Publication Date","2026-11-24T00:00:00Z"
    "Version","20261124000000"
    "OfferCode","AmazonEC2"
    "SKU","TermType","Unit","PricePerUnit","Currency","Location Type","Instance Type","Tenancy",\
    "Operating System","Pre Installed S/W","CapacityStatus","MarketOption","Region Code","GPU"
    """;
  }

  static String awsRow(String type, String region, String price, String tenancy, String system) {
    return """
    "S","OnDemand","Hrs","%s","USD","AWS Region","%s","%s","%s","NA","Used","OnDemand","%s","1"
    """
        .formatted(price, type, tenancy, system, region);
  }

  static void oracle(Loopback server, Map<String, BigDecimal> prices) {
    List<String> products = new ArrayList<>();
    List<String> shapes = new ArrayList<>();
    prices.forEach(
        (shape, price) -> {
          products.add(
              """
              {"partNumber":"P-%s","currencyCodeLocalizations":[{"currencyCode":"EUR","prices":[]},\
              {"currencyCode":"USD","prices":[{"model":"PAY_AS_YOU_GO","value":%s}]}]}\
              """
                  .formatted(shape, price.divide(BigDecimal.valueOf(4))));
          shapes.add(
              """
              {"name":"%s","subType":"gpu","gpuQty":4,"products":[{"partNumber":"P-%1$s",\
              "type":"ocpu","qty":4}]}\
              """
                  .formatted(shape));
        });
    String data = "/a/ocom/docs/cloudestimator2/data/";
    server.on(data + "products.json", "{\"items\":[" + String.join(",", products) + "]}");
    server.on(data + "shapes.json", "{\"items\":[" + String.join(",", shapes) + "]}");
  }
}
