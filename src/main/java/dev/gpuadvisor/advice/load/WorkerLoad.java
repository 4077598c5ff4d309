package dev.gpuadvisor.advice.load;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.Bound;
import dev.gpuadvisor.sizing.speed.Capacity;
import dev.gpuadvisor.sizing.speed.LoadedServer;
import dev.gpuadvisor.sizing.speed.ServerRoom;
import dev.gpuadvisor.sizing.speed.SteadyState;
import dev.gpuadvisor.sizing.speed.Targets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one worker carries of a load, whoever rents it out.
 *
 * @param server empty where the caller has measured how long a request takes
 * @param capacity of the server; empty where it is
 * @param requestsPerSecond at most within the targets
 */
public record WorkerLoad(
    Load load,
    Optional<LoadedServer> server,
    Optional<Capacity> capacity,
    double requestsPerSecond) {

  /** Of a pool any card may turn up: the one counts that carries the least, or is the slowest. */
  private static final Comparator<WorkerLoad> WEAKEST_FIRST =
      Comparator.comparingDouble(WorkerLoad::requestsPerSecond)
          .thenComparingDouble(each -> each.server().orElseThrow().saturation());

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a double adds to a quotient that should be whole. */
  private static final double ROUNDING = 1e-9;

  /** Of more workers nobody has so many. */
  public static final int MOST_WORKERS = 100_000_000;

  /**
   * @param fitting of the workload on the hardware, which it fits
   */
  public static WorkerLoad of(
      Load load, Workload workload, Quantization format, Hardware hardware, Fitting fitting) {
    if (load.measured().isPresent()) {
      Load.MeasuredRequest request = load.measured().get();
      double most = request.atOnce() / request.seconds().doubleValue();
      return new WorkerLoad(load, Optional.empty(), Optional.empty(), most);
    }
    ServerRoom room = ServerRoom.of(fitting, load.requests());
    return LoadedServer.onEach(workload, format, hardware, room, load.requests()).stream()
        .map(server -> of(load, server, load.goal().targets()))
        .min(WEAKEST_FIRST)
        .orElseThrow();
  }

  private static WorkerLoad of(Load load, LoadedServer server, Targets targets) {
    Capacity capacity = server.capacity(targets);
    return new WorkerLoad(
        load, Optional.of(server), Optional.of(capacity), capacity.requestsPerSecond());
  }

  /** What it carries within other targets; nothing where only the caller's measurement is known. */
  public Optional<WorkerLoad> within(Targets targets) {
    return server.map(each -> of(load, each, targets));
  }

  /** Whether it can be used at all: as many as there can be carry the load. */
  public boolean isAny() {
    return load.peakPerSecond() <= usable() * MOST_WORKERS;
  }

  /** So many that at the busiest time none is given more than it may; it carries something. */
  public int replicas() {
    double wanted = Math.ceil(load.peakPerSecond() / usable() - ROUNDING);
    return (int) Math.max(load.minReplicas(), wanted);
  }

  /** Share of what so many carry, at the busiest time, in percent to one decimal. */
  public BigDecimal loadPercent(int replicas) {
    double share = load.peakPerSecond() / replicas / requestsPerSecond;
    return BigDecimal.valueOf(share).multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
  }

  /** How each of so many does at the busiest time; empty where it only was measured. */
  public Optional<SteadyState> state(int replicas) {
    return at(load.peakPerSecond() / replicas);
  }

  /** With one user; empty where it holds no request, or only the caller's measurement is known. */
  public Optional<SteadyState> alone() {
    return capacity.flatMap(Capacity::alone);
  }

  /** Whether even one user is answered too slowly: then more of them do not help. */
  public boolean missesAlone() {
    return requestsPerSecond == 0 && alone().isPresent();
  }

  /** How many times a target one user takes, of the one that is missed by the most. */
  public double shareAlone() {
    Targets targets = load.goal().targets();
    return alone()
        .map(
            state ->
                Math.max(
                    Looser.share(targets.secondsPerToken(), state.secondsPerToken().p50()),
                    Looser.share(targets.firstTokenSeconds(), state.firstTokenSeconds().p50())))
        .orElse(0.0);
  }

  /** Whether it may not be given as much as one user asks who never waits between two requests. */
  public boolean isMostlyIdle() {
    return alone().isPresent() && requestsPerSecond * secondsAlone() < 1;
  }

  /** Targets at which it carries something even where its estimate is too good. */
  public Optional<Looser> looser() {
    return Looser.of(this);
  }

  /** What keeps it from more; empty where only the caller's measurement is known. */
  public Optional<Bound> binds() {
    return capacity.map(Capacity::binds);
  }

  /** What it may be given at the busiest time. */
  double usable() {
    return requestsPerSecond * load.maxLoad().doubleValue();
  }

  /** How it does under so many requests per second. */
  Optional<SteadyState> at(double rate) {
    return server.flatMap(each -> each.at(rate));
  }

  /** Seconds that a request takes where it is alone. */
  double secondsAlone() {
    return load.measured()
        .map(each -> each.seconds().doubleValue())
        .orElseGet(() -> alone().map(state -> 1 / state.requestsPerSecond()).orElseThrow());
  }

  /**
   * Requests that may come in the time that one takes alone, at least 1: when there are more, one
   * worker is too few.
   */
  double atOnce() {
    return Math.max(1, requestsPerSecond * secondsAlone());
  }
}
