package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.slack.Slack;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where several workers are named with a price, it is that of all of them: on every surface. */
class PricesOfWorkersTest {

  /** {@code 9 x OFFER (provider) with 8bit, at $1.44 per hour}, on one line or two. */
  private static final Pattern PRICED =
      Pattern.compile(
          "(\\d+) x ([\\w.-]+)(?: \\([\\w-]+\\))?[^$\\v.]*(?:\\v[^$\\v.]*)?\\$([\\d,.]+\\d) per"
              + " hour");

  /** {@code 4 x OFFER 1.116}, in tables. */
  private static final Pattern ROW =
      Pattern.compile("(\\d+) x ([\\w.-]+) +(?:[a-z-]+ +)?(?:\\dbit +)?(\\d[\\d,.]*\\.\\d+)");

  private static final Predicate<String> MOVED =
      line -> line.contains(" per month, to ") && line.contains(" less per month");

  private static final Pattern COMPARED =
      Pattern.compile(
          "([\\d,.]+)% more expensive than [^:]*: \\$([\\d,.]+\\d) per \\w+ instead of"
              + " \\$([\\d,.]+\\d)");

  @ParameterizedTest
  @CsvSource({
    "model=llama-3.1-8b&requests_per_second=8&provider=all, llama-3.1-8b 8 rps provider=all",
    "model=llama-3.1-8b&requests_per_second=40&current=g5.xlarge,"
        + " llama-3.1-8b 40 rps vs g5.xlarge",
    "model=qwen2.5-14b&requests_per_second=12&provider=aws&quantization=8bit,"
        + " qwen2.5-14b 8bit 12 rps provider=aws",
    "model=llama-3.1-8b&requests_per_second=90&provider=modal, llama-3.1-8b 90 rps provider=modal",
  })
  void areThoseOfAllOfThem(String query, String line) {
    String report = Asking.text(Asking.get("/v1/report?" + query));
    String slack = Slack.answer(line);
    String terminal = Terminal.answer(line.split(" ")).out();

    assertTrue(priced(report) > 0, report);
    assertTrue(priced(slack) > 0, slack);
    assertTrue(priced(terminal) > 0, terminal);
    List.of(report, slack, terminal).forEach(PricesOfWorkersTest::compared);
    JsonNode answer = answer("/v1/recommendations?" + query);
    for (JsonNode fallback : answer.path("fallbacks")) {
      all(fallback.path("replicas").asInt(), fallback, fallback.path("usd_per_hour"));
    }
    JsonNode pick = answer.at("/picks/recommended");
    all(pick.path("replicas").asInt(), pick, pick.at("/price/usd_per_hour"));
    JsonNode moving = answer.path("migration");
    if (!moving.isMissingNode()) {
      assertEquals(pick.at("/price/usd_per_hour"), moving.path("to_usd_per_hour"));
      assertEquals(pick.path("replicas"), moving.path("to_replicas"));
    }
  }

  /** In a move both ends are counted: a month of five is not told beside the name of one. */
  @ParameterizedTest
  @CsvSource({
    "200k requests per day vs L4@0.8, from_replicas, x L4",
    "12 rps vs L4@0.8, to_replicas, x ",
    "3 rps vs g5.12xlarge, from_replicas, g5.12xlarge",
  })
  void areMovedTogether(String line, String field, String name) {
    String[] words = ("llama-3.1-8b " + line).split(" ");
    JsonNode moving = Asking.json(Terminal.answer(with("--json", words)).out()).path("migration");
    String told = Terminal.answer(words).out().lines().filter(MOVED).findFirst().orElse("");

    int count = moving.path(field).asInt();
    String all = count > 1 ? count + " " + (name.startsWith("x") ? name : "x " + name) : name;
    assertTrue(told.contains(all), told + moving);
  }

  private static String[] with(String option, String... words) {
    return Stream.concat(Stream.of(words), Stream.of(option)).toArray(String[]::new);
  }

  /** What is launched says how many it takes, and each of them costs what one costs. */
  @Test
  void launchedIsOneOfThem() {
    String query = "model=llama-3.1-8b&requests_per_second=8&provider=runpod-pods";
    JsonNode launch = answer("/v1/launch?" + query);
    JsonNode pick = answer("/v1/recommendations?" + query).at("/picks/recommended");

    assertTrue(launch.path("replicas").asInt() > 1, launch::toString);
    assertEquals(pick.path("replicas"), launch.path("replicas"));
    all(1, launch, launch.path("usd_per_hour"));
    assertTrue(launch.path("remarks").toString().contains("workers like this one"));
  }

  private static JsonNode answer(String target) {
    return Asking.json(Asking.text(Asking.get(target)));
  }

  private static int priced(String text) {
    int found = 0;
    for (Pattern pattern : List.of(PRICED, ROW)) {
      Matcher matcher = pattern.matcher(text.replace('\u00a0', ' '));
      while (matcher.find()) {
        if (!matcher.group().matches("(?s).*(expensive|same use|(saves|costs) [0-9.,]+$).*")) {
          found++;
          same(matcher.group(), Integer.parseInt(matcher.group(1)), matcher.group(2), matcher);
        }
      }
    }
    return found;
  }

  private static void same(String said, int workers, String offer, Matcher price) {
    BigDecimal all = one(offer).multiply(BigDecimal.valueOf(workers));
    BigDecimal usd = new BigDecimal(price.group(3).replace(",", ""));
    assertEquals(all.doubleValue(), usd.doubleValue(), 1e-4 * all.doubleValue(), said);
  }

  private static void all(int workers, JsonNode offer, JsonNode usdPerHour) {
    double units = offer.path("gpus").asDouble() / offer(offer.path("offer").asText()).gpus();
    double one = one(offer.path("offer").asText()).doubleValue();
    assertEquals(workers * units * one, usdPerHour.asDouble(), 1e-9, offer::toString);
  }

  private static void compared(String text) {
    Matcher matcher = COMPARED.matcher(text);
    while (matcher.find()) {
      double dear = Double.parseDouble(matcher.group(2).replace(",", ""));
      double cheap = Double.parseDouble(matcher.group(3).replace(",", ""));
      double percent = Double.parseDouble(matcher.group(1).replace(",", ""));
      assertEquals(percent, 100 * (dear / cheap - 1), 0.06 + 0.5 / cheap, matcher.group());
    }
  }

  private static BigDecimal one(String offer) {
    return offer(offer).usdPerHour();
  }

  private static Offer offer(String id) {
    return BundledCatalog.catalog().offers().find(id).orElseThrow();
  }
}
