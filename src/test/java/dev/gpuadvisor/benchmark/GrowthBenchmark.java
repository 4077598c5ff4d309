package dev.gpuadvisor.benchmark;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.Assortment;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceKind;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How time and size of an answer grow with the price list: made-up lists of 11 to 10,000 offers of
 * the catalogue's own hardware, each at a price of its own. In the JVM, warm; the figures of one
 * run compare. Run: see docs/decisions/native-start.md.
 */
public final class GrowthBenchmark {

  private static final String PROVIDER = "made-up";
  private static final int[] LENGTHS = {11, 100, 342, 1_000, 3_000, 10_000};
  private static final int WARM_UP = 2_000;
  private static final int ROUNDS = 15;
  private static final int ANSWERS = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Offer> offers = BundledCatalog.catalog().offers().all();
  private final Random random = new Random(24);

  private GrowthBenchmark() {}

  public static void main(String[] arguments) {
    GrowthBenchmark benchmark = new GrowthBenchmark();
    Api[] apis = Arrays.stream(LENGTHS).mapToObj(benchmark::api).toArray(Api[]::new);
    for (int i = 0; i < WARM_UP; i++) {
      for (Api api : apis) {
        answer(api);
      }
    }
    double[][] millis = new double[LENGTHS.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < apis.length; i++) { // one after the other: what disturbs, disturbs all
        millis[i][round] = millisOf(apis[i]);
      }
    }
    System.out.println("offers  ms (median)  of the first  bytes");
    for (int i = 0; i < apis.length; i++) {
      Arrays.sort(millis[i]);
      double median = millis[i][ROUNDS / 2];
      System.out.printf(
          "%,6d  %11.3f  %12.2f  %,5d%n",
          LENGTHS[i], median, median / millis[0][ROUNDS / 2], answer(apis[i]));
    }
  }

  /** Of the processor, which others on the machine hardly change. */
  private static double millisOf(Api api) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < ANSWERS; i++) {
      answer(api);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / ANSWERS;
  }

  /** Its bytes. */
  private static int answer(Api api) {
    String query = "model=qwen2.5-14b&provider=" + PROVIDER;
    ApiRequest request =
        new ApiRequest("GET /v1/recommendations", Map.of(), query, Map.of(), new byte[0]);
    var response = api.handle(request);
    if (response.status() != 200) {
      throw new IllegalStateException(response.toString());
    }
    return response.body().length;
  }

  private Api api(int length) {
    List<Offer> all = new ArrayList<>();
    NameIndex.Builder<Offer> names = NameIndex.builder();
    for (int i = 0; i < length; i++) {
      Offer offer = made(offers.get(random.nextInt(offers.size())), i);
      all.add(offer);
      names.add(offer, offer.id(), List.of());
    }
    PriceList like = BundledCatalog.catalog().defaultPriceList();
    PriceList list =
        new PriceList(
            PROVIDER,
            PROVIDER,
            PriceKind.HYPERSCALER,
            LocalDate.now(),
            like.source(),
            like.currency(),
            like.terms(),
            like.provenance(),
            Assortment.of(all),
            Map.of());
    NameIndex.Builder<PriceList> lists = NameIndex.builder();
    Catalog catalog =
        BundledCatalog.catalog().with(lists.add(list, PROVIDER, List.of()).build(), names.build());
    return GpuAdvisor.api(
        catalog,
        Clock.systemUTC(),
        SlackSettings.from(name -> null, Outbox.atOnce()),
        McpSettings.from(name -> null));
  }

  /** Of such hardware, at up to a fifth more or less. */
  private Offer made(Offer like, int number) {
    BigDecimal factor = BigDecimal.valueOf(800 + random.nextInt(400), 3);
    return new Offer(
        "made-up-" + number,
        PROVIDER,
        like.cards(),
        like.gpus(),
        like.maxUnits(),
        like.nominalGb(),
        like.usdPerHour().multiply(factor),
        like.terms(),
        like.stock(),
        like.tier(),
        like.sale(),
        like.asOf(),
        like.provenance());
  }
}
