package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.RentOrBuy;
import dev.gpuadvisor.advice.load.ApiComparison;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.Plan;
import dev.gpuadvisor.advice.load.Scaling;
import dev.gpuadvisor.advice.load.WorkerLoad;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.Percentiles;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.sizing.speed.Targets;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** A load, what carries it, and what else could. */
record CapacityJson(JsonGenerator json) {

  private static final MathContext DIGITS = new MathContext(4);

  /** What was asked, with every default spelled out. */
  void write(Load load) throws IOException {
    json.writeObjectFieldStart("load");
    number("requests_per_second", load.requestsPerSecond());
    Json.number(
        json, "requests_per_month", load.requestsPerMonth().setScale(0, RoundingMode.HALF_UP));
    Json.number(json, "peak_factor", load.peakFactor());
    if (load.measured().isPresent()) {
      Json.number(json, "seconds_per_request", load.measured().get().seconds());
    } else {
      tokens(load);
    }
    Targets targets = load.goal().targets();
    target("max_first_token_seconds", targets.firstTokenSeconds());
    target("max_seconds_per_token", targets.secondsPerToken());
    json.writeBooleanField("targets_assumed", load.goal().assumed());
    Json.number(json, "max_load", load.maxLoad());
    json.writeNumberField("min_replicas", load.minReplicas());
    Json.number(json, "startup_seconds", load.starting().seconds());
    json.writeEndObject();
  }

  private void tokens(Load load) throws IOException {
    json.writeNumberField("input_tokens", (long) load.requests().inputTokens());
    json.writeNumberField("output_tokens", (long) load.requests().outputTokens());
    json.writeNumberField("reasoning_tokens", (long) load.requests().reasoningTokens());
    number("prefix_hit_rate", load.requests().prefixHitRate());
    number("accepted_tokens_per_step", load.requests().acceptedTokensPerStep());
    json.writeBooleanField("tokens_assumed", load.tokensAssumed());
  }

  private void target(String name, OptionalDouble seconds) throws IOException {
    if (seconds.isPresent()) {
      number(name, seconds.getAsDouble());
    }
  }

  /**
   * What one worker carries, and how many carry the load.
   *
   * @param plan empty where a worker cannot be used within the targets
   */
  void write(WorkerLoad worker, Optional<Plan> plan) throws IOException {
    json.writeObjectFieldStart("capacity");
    worker(worker, plan.isPresent());
    if (plan.isPresent()) {
      write(plan.get());
    }
    json.writeEndObject();
  }

  /** The same without offers: what it costs is not known. */
  void write(WorkerLoad worker) throws IOException {
    json.writeObjectFieldStart("capacity");
    worker(worker, worker.isAny());
    json.writeEndObject();
  }

  private void worker(WorkerLoad worker, boolean usable) throws IOException {
    number("requests_per_second", worker.requestsPerSecond());
    if (worker.binds().isPresent()) {
      json.writeStringField("binds", Json.name(worker.binds().get()));
    }
    Optional<SteadyState> state = worker.alone();
    if (usable) {
      int replicas = worker.replicas();
      json.writeNumberField("replicas", replicas);
      Json.number(json, "load_percent", worker.loadPercent(replicas));
      state = worker.state(replicas);
    }
    if (state.isPresent()) {
      latencies(state.get());
    }
  }

  private void write(Plan plan) throws IOException {
    Json.number(json, "usd_per_month", plan.bill().usdPerMonth());
    if (plan.load().measured().isEmpty()) {
      Json.number(json, "usd_per_million_input_tokens", plan.usdPerMillionInputTokens());
      Json.number(json, "usd_per_million_output_tokens", plan.usdPerMillionOutputTokens());
      Json.number(json, "usd_per_million_tokens", plan.usdPerMillionTokens());
    }
    if (plan.scaling().isPresent()) {
      write(plan.scaling().get());
    }
  }

  private void latencies(SteadyState state) throws IOException {
    percentiles("seconds_per_token", state.secondsPerToken());
    percentiles("first_token_seconds", state.firstTokenSeconds());
  }

  private void percentiles(String name, Percentiles seconds) throws IOException {
    json.writeObjectFieldStart(name);
    number("p50", seconds.p50());
    number("p95", seconds.p95());
    json.writeEndObject();
  }

  private void write(Scaling scaling) throws IOException {
    json.writeObjectFieldStart("scaling");
    Json.number(json, "working_hours_per_month", rounded(scaling.workingHours()));
    Json.number(json, "starts_per_month", rounded(scaling.startsPerMonth()));
    json.writeNumberField("kept_running", scaling.chosen().kept());
    month("always_on", scaling.alwaysOn());
    month("scale_to_zero", scaling.toZero());
    if (scaling.mixed().isPresent()) {
      month("mixed", scaling.mixed().get());
    }
    json.writeEndObject();
  }

  private void month(String name, Bill bill) throws IOException {
    json.writeObjectFieldStart(name);
    Json.number(json, "usd_per_month", bill.usdPerMonth());
    json.writeEndObject();
  }

  /** A month of the load at an API. */
  void write(ApiComparison api) throws IOException {
    json.writeObjectFieldStart("api");
    Json.number(json, "usd_per_month", api.usdPerMonth());
    Json.number(json, "own_usd_per_month", api.bill().usdPerMonth());
    json.writeObjectFieldStart("saving");
    Json.number(json, "usd_per_month", api.usdSaved());
    Json.number(json, "percent", api.saves() ? api.percent() : api.percent().negate());
    json.writeEndObject();
    breakEven(api.breakEven());
    json.writeEndObject();
  }

  /** Hardware of the caller's own against the cheapest that can be rented. */
  void write(RentOrBuy both) throws IOException {
    json.writeObjectFieldStart("rent_or_buy");
    json.writeStringField("own", both.own().offer().id());
    json.writeStringField("rented", both.rented().offer().id());
    Json.number(json, "own_usd_per_month", both.own().bill().usdPerMonth());
    Json.number(json, "rented_usd_per_month", both.rented().bill().usdPerMonth());
    if (both.own().bill().usdPerRun().isPresent()) {
      Json.number(json, "own_usd_per_run", Price.cents(both.own().bill().amount()));
      Json.number(json, "rented_usd_per_run", Price.cents(both.rented().bill().amount()));
    }
    json.writeStringField("cheaper", both.buys() ? "own" : "rented");
    breakEven(both.breakEven());
    json.writeEndObject();
  }

  private void breakEven(OptionalDouble rate) throws IOException {
    if (rate.isPresent()) {
      number("break_even_requests_per_second", rate.getAsDouble());
    }
  }

  private void number(String name, double value) throws IOException {
    Json.number(json, name, BigDecimal.valueOf(value).round(DIGITS));
  }

  private static BigDecimal rounded(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP);
  }
}
