package dev.gpuadvisor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of several workers, and of a run that ends, is told of all of it. */
class FleetReportTest {

  private static final String LOAD =
      "model=llama-3.1-8b&provider=all&requests_per_second=8&input_tokens=1024&output_tokens=256";
  private static final String RUN =
      "model=llama-3.1-8b&task=qlora&dataset_tokens=5m&epochs=3&provider=runpod-serverless,lambda";
  private static final String NOW = "&current=A10G&current_price_per_hour=1.1";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        LOAD + "&region=eu | region: eu",
        LOAD + "&max_seconds_per_token=60ms | at most 60 ms per token",
        LOAD + "&max_first_token_seconds=1.5 | first token within 1,500 ms",
        LOAD + "&max_load=0.7 | at most 70.0% loaded",
        LOAD + "&min_replicas=2 | at least 2 workers",
        RUN + "&budget_per_run=100 | at most $100.00 for the run",
        RUN + "&budget_per_hour=3 | at most $3.00 per hour",
      })
  void everyConditionIsNamed(String query, String condition) {
    assertEquals("- **Conditions:** " + condition, line(Reporting.report(query), "Conditions"));
  }

  @Test
  void whatNobodyAskedForIsNoCondition() {
    assertEquals("", line(Reporting.report(LOAD), "Conditions"));
  }

  /** Another offer may cost less per hour, and take so much longer that its run costs more. */
  @Test
  void theLowestPriceOfARunIsTheRuns() {
    String report = Reporting.report(RUN + NOW);

    assertTrue(report.contains("with room to spare: $1.76 for the run."), report);
    assertTrue(line(report, "Best quality").contains(", at $1.76 for the run: "), report);
  }

  @Test
  void whatRunsNowIsAllOfIt() {
    String report = Reporting.report(LOAD + NOW);

    assertTrue(Pattern.compile("cheaper than today's \\d+ x A10G\\.").matcher(report).find());
    assertFalse(report.contains("today's A10G"), report);
  }

  /** Beside what a million tokens cost at the load, the price of one lonely sequence is noise. */
  @Test
  void speedIsThatOfTheLoad() {
    assertEquals("", line(Reporting.report(LOAD), "Speed"));
    assertFalse(line(Reporting.report("model=llama-3.1-8b"), "Speed").isEmpty());
  }

  /** Differences of prices per second and hour have decimals that nobody pays. */
  @Test
  void savingsHaveTheDecimalsOfPrices() {
    String saving =
        line(
            Reporting.report(LOAD + NOW + "&region=eu&market=spot&max_seconds_per_token=60ms"),
            "Saving");

    assertTrue(saving.contains(" per day"), saving);
    assertFalse(Pattern.compile("\\.\\d{5}").matcher(saving).find(), saving);
  }

  @Test
  void whatMayNotBeRentedIsNotAmongWhatCarriesTheLoad() {
    String report = Reporting.report(LOAD + "&budget_per_month=1000");
    String table = report.substring(report.indexOf("| Load |"), report.indexOf("## Available"));

    assertFalse(Pattern.compile("\\$\\d,\\d{3}\\.\\d\\d \\|").matcher(table).find(), table);
  }

  private static String line(String report, String name) {
    return report
        .lines()
        .filter(each -> each.startsWith("- **" + name + ":** "))
        .findFirst()
        .orElse("");
  }

  @Test
  void whatIsAskedForIsTheLoad() {
    assertEquals(
        "- **Workload:** 8 requests per second of 1,024 + 256 tokens; runtime: vllm",
        line(Reporting.report(LOAD), "Workload"));
  }
}
