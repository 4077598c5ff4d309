package dev.gpuadvisor.benchmark;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.gpuadvisor.GpuAdvisor;
import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.click.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long an answer takes once the machine is warm. Run: see the README. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(MICROSECONDS)
@Warmup(iterations = 3, time = 2, timeUnit = SECONDS)
@Measurement(iterations = 5, time = 2, timeUnit = SECONDS)
@Fork(1)
public class RecommendationBenchmark {

  private final LocalDate today = LocalDate.of(2026, 11, 24);
  private final Question question = question();
  private final Api api =
      GpuAdvisor.api(
          BundledCatalog.catalog(),
          Clock.systemUTC(),
          SlackSettings.from(name -> null, Outbox.atOnce()),
          McpSettings.from(name -> null));
  private final ApiRequest request =
      new ApiRequest(
          "GET /v1/recommendations", Map.of(), "model=qwen2.5-14b", Map.of(), new byte[0]);

  /** Every offer, in 8 and in 4 bit: sizing, verdicts, picks, notes. */
  @Benchmark
  public Recommendation recommendation() {
    return Advisor.recommend(question, today);
  }

  /** The same from the query string to the bytes of the answer. */
  @Benchmark
  public ApiResponse answer() {
    return api.handle(request);
  }

  private static Question question() {
    Workload workload = Workloads.of("qwen2.5-14b", 8192);
    List<QuantizationChoice> choices =
        Stream.of("8bit", "4bit")
            .flatMap(
                family ->
                    QuantizationChoice.ofFamily(family, workload.model(), workload.runtime())
                        .stream())
            .toList();
    return new Question(
        workload,
        choices,
        BundledCatalog.catalog().priceLists().all(),
        Constraints.none(),
        Optional.empty());
  }
}
