package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offer files of EC2: either form, and of any size. */
class AwsOfferFileTest {

  private static final int ROWS = 300_000;

  @TempDir Path directory;
  private Workspace workspace;
  private Map<String, BigDecimal> prices;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
    prices = workspace.prices(Mapping.read("aws"));
  }

  private Workspace.Outcome from(String... answers) throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < answers.length; i++) {
      Path file = Files.createTempFile("offers", ".x");
      Files.writeString(file, answers[i]);
      names.append(i == 0 ? "" : ",").append(file);
    }
    Workspace.Outcome outcome = workspace.from(names.toString()).run("aws", null);
    for (String name : names.toString().split(",")) {
      Files.delete(Path.of(name));
    }
    return outcome;
  }

  @Test
  void readsTheJsonFormInEitherOrder() throws IOException {
    StringBuilder products = new StringBuilder();
    StringBuilder terms = new StringBuilder();
    int sku = 0;
    for (Map.Entry<String, BigDecimal> each : prices.entrySet()) {
      String[] parts = each.getKey().split(" ");
      String separator = sku == 0 ? "" : ",";
      products.append(separator).append(product("S" + sku, parts[0], parts[1], "Linux"));
      products.append(',').append(product("W" + sku, parts[0], parts[1], "Windows"));
      terms.append(separator).append(term("S" + sku, each.getValue()));
      terms.append(',').append(term("W" + sku, BigDecimal.TEN));
      sku++;
    }
    String head = "{\"formatVersion\":\"v1.0\",\"publicationDate\":\"2026-11-20T00:00:00Z\",";
    String first = "\"products\":{" + products + "}";
    String second = "\"terms\":{\"Reserved\":{\"S0\":{}},\"OnDemand\":{" + terms + "}}";
    String nulls = body(first, second).replace("{", "{\"x\":null,\"y\":[{\"z\":1}],");
    nulls = nulls.replace(",}", "}"); // objects that had nothing
    String numbers =
        body(second, first).replaceAll("\"USD\":\"([^\"]*)\"", "\"CNY\":null,\"USD\":$1");
    numbers = numbers.replace("\"gpu\":\"1\"", "\"gpu\":1,\"marketoption\":null");
    numbers = numbers.replace("\"marketoption\":\"OnDemand\"", "\"locationType\":null");
    for (String body : List.of(body(first, second), body(second, first), nulls, numbers)) {
      seesAll(head + body + "}");
      seesAll("\uFEFF \r\n" + head + body + "}\n");
    }
  }

  private void seesAll(String file) throws IOException {
    Workspace.Outcome outcome = from(file);
    assertEquals(0, outcome.status(), outcome.output());
    assertTrue(outcome.output().contains(prices.size() + " seen again"), outcome.output());
  }

  /** Columns in another order, more of them, marks and line ends of Windows. */
  @Test
  void readsTheCsvFormInAnyOrder() throws IOException {
    StringBuilder rows = new StringBuilder("\uFEFF");
    rows.append("\"FormatVersion\",\"v1.0\"\r\nPublication Date,2026-11-24T00:00:00Z\r\n");
    rows.append("GPU,New,Region Code,Unit,CapacityStatus,Operating System,Tenancy,");
    rows.append("Instance Type,Currency,PricePerUnit,TermType,SKU\r\n");
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          String row = "1,\"a, \"\"b\"\"\",%s,Hrs,Used,%s,Shared,%s,USD,%s,%s,S\r\n";
          String paid = price.toPlainString();
          rows.append(row.formatted(parts[1], "Linux", parts[0], "0.5", "Reserved"));
          rows.append(row.formatted(parts[1], "\"Linux\"", parts[0], paid, "OnDemand"));
          rows.append(row.formatted(parts[1], "SUSE", parts[0], "9", "OnDemand"));
        });
    seesAll(rows.toString());
  }

  /** Never a price that nobody sees: which column is gone is told. */
  @Test
  void stopsWhereAColumnIsMissing() throws IOException {
    for (String column : List.of("Tenancy", "Instance Type", "Region Code", "Unit", "Currency")) {
      StringBuilder rows = new StringBuilder(CloudSamples.awsHead().replace(column, "Gone"));
      prices.forEach(
          (key, price) -> {
            String[] parts = key.split(" ");
            rows.append(
                CloudSamples.awsRow(parts[0], parts[1], price.toPlainString(), "Shared", "Linux"));
          });
      Map<String, String> before = workspace.everything();
      assertEquals(CatalogueImport.STOPPED, from(rows.toString()).status(), column);
      assertEquals(before, workspace.everything());
    }
  }

  private static String body(String first, String second) {
    return first + "," + second;
  }

  private static String product(String sku, String type, String region, String system) {
    return """
    "%s":{"sku":"%1$s","productFamily":"Compute Instance","attributes":{"locationType":"AWS Region",\
    "regionCode":"%s","instanceType":"%s","gpu":"1","tenancy":"Shared","operatingSystem":"%s",\
    "preInstalledSw":"NA","capacitystatus":"Used","marketoption":"OnDemand"}}\
    """
        .formatted(sku, region, type, system);
  }

  private static String term(String sku, BigDecimal price) {
    return """
    "%s":{"%1$s.T":{"sku":"%1$s","priceDimensions":{"%1$s.T.R":{"unit":"Hrs","appliesTo":[],\
    "pricePerUnit":{"USD":"%s"}}},"termAttributes":{}}}\
    """
        .formatted(sku, price.toPlainString());
  }

  @Test
  void readsAHugeFileRowByRow() throws IOException {
    StringBuilder ours = new StringBuilder();
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          ours.append(
              CloudSamples.awsRow(parts[0], parts[1], price.toPlainString(), "Shared", "Linux"));
        });
    byte[] other =
        CloudSamples.awsRow("m5.large", "us-east-1", "0.1", "Shared", "RHEL").getBytes(UTF_8);
    try (Loopback server = new Loopback()) {
      for (String region : Mapping.read("aws").words(1)) {
        server.on(
            "/offers/v1.0/aws/AmazonEC2/current/" + region + "/index.csv",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write(CloudSamples.awsHead().getBytes(UTF_8));
              for (int i = 0; i < ROWS; i++) {
                exchange.getResponseBody().write(other);
              }
              exchange.getResponseBody().write(ours.toString().getBytes(UTF_8));
            });
      }
      Workspace.Outcome outcome = workspace.run("aws", server.base());
      assertEquals(0, outcome.status(), outcome.output());
      assertTrue(outcome.output().contains(prices.size() + " seen again"), outcome.output());
    }
  }

  @Test
  void stopsWhereTheFileBreaksOff() throws IOException {
    Map<String, String> before = workspace.everything();
    for (String body :
        List.of("{\"products\":{\"S\":{\"attributes\":{", "\"SKU\",\"PricePerUnit\"\n\"a", "")) {
      assertEquals(CatalogueImport.STOPPED, from(body).status());
    }
    assertEquals(before, workspace.everything());
  }

  @Test
  void takesNoLocalZoneForItsRegion() throws IOException {
    StringBuilder rows = new StringBuilder(CloudSamples.awsHead());
    prices.forEach(
        (key, price) -> {
          String[] parts = key.split(" ");
          String row =
              CloudSamples.awsRow(parts[0], parts[1], price.toPlainString(), "Shared", "Linux");
          rows.append(row)
              .append(row.replace("AWS Region", "AWS Local Zone").replace("USD", "CNY"));
        });
    Workspace.Outcome outcome = from(rows.toString());
    assertEquals(0, outcome.status(), outcome.output());
  }
}
