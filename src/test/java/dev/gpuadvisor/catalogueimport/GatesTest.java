package dev.gpuadvisor.catalogueimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops an import, and that it then leaves every file as it was. */
class GatesTest {

  private static final String A10 = "gpu_1x_a10";

  @TempDir Path directory;
  private Workspace workspace;
  private Map<String, BigDecimal> prices;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
    prices = workspace.prices(Mapping.read("lambda"));
  }

  private void stops(String importer, String path, String body, String why) throws IOException {
    Map<String, String> before = workspace.everything();
    try (Loopback server = new Loopback()) {
      Workspace.Outcome outcome = workspace.run(importer, server.on(path, body).base());
      assertEquals(CatalogueImport.STOPPED, outcome.status(), outcome.output());
      assertTrue(outcome.output().contains(why), outcome.output());
    }
    assertEquals(before, workspace.everything());
  }

  private void stops(String body, String why) throws IOException {
    stops("lambda", "/api/v1/instance-types", body, why);
  }

  private int run() throws IOException {
    try (Loopback server = new Loopback()) {
      Samples.serve(server, "lambda", prices);
      return workspace.run("lambda", server.base()).status();
    }
  }

  @Test
  void noOffers() throws IOException {
    stops("{\"data\":{}}", "The answer has no offers.");
  }

  @Test
  void whatIsNoAnswer() throws IOException {
    stops("", "The answer is empty");
    stops("<html>", "The answer is not JSON");
    stops("{\"error\":\"no\"}", "The answer has no object 'data'.");
    stops(
        "{\"data\":{\"a\":{\"instance_type\":{\"name\":\"a\",\"price_cents_per_hour\":\"x\"}}}}",
        "is no number: x");
  }

  @Test
  void fewerThanNineInTenOfThoseThatAreMapped() throws IOException {
    prices.keySet().removeAll(Set.of(A10, "gpu_1x_a100"));
    stops(Samples.lambda(prices), "Only 12 of 14 mapped offers of lambda-cloud");
  }

  @Test
  void aPriceThatIsNone() throws IOException {
    prices.put(A10, BigDecimal.ZERO);
    stops(Samples.lambda(prices), "The price of gpu_1x_a10 is 0");
    prices.put(A10, BigDecimal.ONE.negate());
    stops(Samples.lambda(prices), "The price of gpu_1x_a10 is -1");
  }

  @Test
  void anotherCurrency() throws IOException {
    Map<String, BigDecimal> ovh = workspace.prices(Mapping.read("ovh"));
    stops(
        "ovh",
        "/1.0/order/catalog/public/cloud",
        Samples.ovh(ovh, "EUR"),
        "The price of h100-380.consumption is in 'EUR'.");
  }

  @Test
  void aBigMoveThatNobodyConfirms() throws IOException {
    prices.put(A10, new BigDecimal("1.62"));
    stops(
        Samples.lambda(prices),
        "gpu_1x_a10 goes from $1.29 to $1.62 (+25.6 %), which no second source confirms");
    prices.put(A10, new BigDecimal("1.61"));
    assertEquals(CatalogueImport.DONE, run());
  }

  @Test
  void aBigMoveThatIsAccepted() throws IOException {
    prices.put(A10, new BigDecimal("0.60"));
    workspace.accepting(Set.of(A10));
    assertEquals(CatalogueImport.DONE, run());
  }

  @Test
  void aBigMoveThatASecondSourceConfirms() throws IOException {
    prices.put(A10, new BigDecimal("1.99"));
    Path second = Files.createTempFile("gpuhunt", ".csv");
    Files.writeString(
        second,
        "instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot\n"
            + "gpu_1x_a10,us-east-1,1.98,4,32.0,1,A10,24.0,False\n");
    workspace.second(second);
    assertEquals(CatalogueImport.DONE, run());
    Files.writeString(second, "InstanceType,Price,Region,SpotPrice\ngpu_1x_a10,1.29,us-east-1,\n");
    prices.put(A10, new BigDecimal("2.99"));
    stops(Samples.lambda(prices), "which no second source confirms");
    Files.delete(second);
  }

  @Test
  void aBiggerMachineWhoseGpusCostMuchMore() throws IOException {
    prices.put("gpu_8x_h100_sxm5", new BigDecimal("80"));
    workspace.accepting(Set.of());
    stops(
        Samples.lambda(prices),
        "A GPU of gpu_8x_h100_sxm5 costs $10, and one of gpu_1x_h100_sxm5 $4.29");
  }

  @Test
  void oneKeyWithTwoPrices() throws IOException {
    Map<String, BigDecimal> flavours = workspace.prices(Mapping.read("hf-spaces"));
    String twice = Samples.hardware(Map.of("t4-small", new BigDecimal("0.50")));
    String all = Samples.hardware(flavours);
    stops(
        "hf-spaces",
        "/api/spaces/hardware",
        all.substring(0, all.length() - 1) + "," + twice.substring(1),
        "Two prices of t4-small: $0.4 and $0.5");
  }

  @Test
  void anAnswerOlderThanTheList() throws IOException {
    workspace.asOf(LocalDate.of(2026, 9, 1));
    stops(Samples.lambda(prices), "The answer is of 2026-09-01, and the list lambda-cloud of ");
  }
}
