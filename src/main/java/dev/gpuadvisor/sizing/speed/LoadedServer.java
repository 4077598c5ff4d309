package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One server, on all GPUs of a worker, under a load of requests that come at random (a Poisson
 * process) and are batched continuously. {@link Load} has the steady state, {@link PagedBatch} the
 * seconds of a step, {@link Chance} what waits for a place.
 *
 * <p>Copies of the attention (data parallelism) share the requests out evenly.
 */
public final class LoadedServer {

  private static final double NEARLY_ALL = 0.9;
  private static final double NOBODY = 1e-6;

  private final ServerRoom room;
  private final Requests requests;
  private final Batch batch;
  private final double copies;
  private final double stages;
  private final Basis basis;
  private final double saturation;

  LoadedServer(ServerRoom room, Requests requests, BatchWork work, Batch batch, Basis basis) {
    this.room = room;
    this.requests = requests;
    this.batch = batch;
    this.copies = Math.max(1, work.parallel().data());
    this.stages = Math.max(1, work.parallel().pipeline());
    this.basis = basis;
    this.saturation = room.cached() < 1 ? 0 : copies * load(places(), 1).rate();
  }

  /** On the card that answers the fewest requests, however long they take. */
  public static LoadedServer of(
      Workload workload,
      Quantization format,
      Hardware hardware,
      ServerRoom room,
      Requests requests) {
    return onEach(workload, format, hardware, room, requests).stream()
        .min(Comparator.comparingDouble(LoadedServer::saturation))
        .orElseThrow();
  }

  /** One of each card that may turn up: which carries the least depends on the targets. */
  public static List<LoadedServer> onEach(
      Workload workload,
      Quantization format,
      Hardware hardware,
      ServerRoom room,
      Requests requests) {
    BatchWork work = BatchWork.of(workload, format, hardware.gpus(), room.stepTokens(), requests);
    return hardware.cards().stream()
        .map(card -> on(card, workload, hardware.gpus(), room, requests, work))
        .toList();
  }

  private static LoadedServer on(
      Card card, Workload workload, int gpus, ServerRoom room, Requests requests, BatchWork work) {
    Optional<ServingProfile> serving = workload.runtime().speed().serving();
    if (serving.isPresent()) {
      Batch batch = new PagedBatch(work, workload.runtime().from(), card, serving.get());
      return new LoadedServer(room, requests, work, batch, Basis.of(card, serving.get()));
    }
    StepTime step = StepTime.on(card, gpus, workload, work.format());
    Batch batch = new StepBatch(workload, work, step);
    return new LoadedServer(room, requests, work, batch, Basis.EXTRAPOLATED);
  }

  /** What the figures stand on. */
  public Basis basis() {
    return basis;
  }

  /** Requests per second that it answers at most. */
  public double saturation() {
    return saturation;
  }

  /**
   * @param requestsPerSecond above 0
   * @return empty where it cannot keep up
   */
  public Optional<SteadyState> at(double requestsPerSecond) {
    if (!(requestsPerSecond < saturation())) {
      return Optional.empty();
    }
    double rate = requestsPerSecond / copies;
    double sequences = Search.equal(some -> load(some, 1).rate(), rate, places());
    return Optional.of(state(load(sequences, 1)));
  }

  /**
   * With so many users, each of whom sends the next request when the last is answered. Where it
   * holds fewer, the others wait.
   *
   * @param users from 1
   * @return empty where it holds none
   */
  public Optional<SteadyState> with(double users) {
    if (room.cached() < 1) {
      return Optional.empty();
    }
    double each = Math.max(1, users / copies);
    Load load = Load.closed(batch, requests, stages, each, places());
    double wait = Math.max(0, each - load.inFlight()) / load.rate();
    return Optional.of(state(load, new Percentiles(wait, wait)));
  }

  /**
   * The largest load whose latencies stay within the targets and whose sequences it holds. Near
   * saturation an error of the estimate would decide between answering and falling behind for good:
   * where somebody waits, it stays as far below as the estimate may be off.
   */
  public Capacity capacity(Targets targets) {
    Optional<SteadyState> alone = with(1);
    double most = basis.certain() * saturation();
    Predicate<Load> within = load -> copies * load.rate() <= most && targets.areMetBy(state(load));
    if (alone.isEmpty() || !within.test(load(NOBODY, 1))) {
      Bound why = alone.isEmpty() ? Bound.CACHE : Bound.LATENCY;
      return new Capacity(0, why, Optional.empty(), alone);
    }
    SteadyState state = state(load(targets.isAny() ? highest(within) : places(), 1));
    boolean full = state.requestsPerSecond() > NEARLY_ALL * most;
    Bound binds = full ? binds(load(places(), 1)) : Bound.LATENCY;
    return new Capacity(state.requestsPerSecond(), binds, Optional.of(state), alone);
  }

  private double highest(Predicate<Load> within) {
    return Search.highest(sequences -> within.test(load(sequences, 1)), places());
  }

  private Load load(double sequences, double share) {
    return new Load(batch, requests, stages, Math.max(NOBODY, sequences), share);
  }

  private double places() {
    return Math.max(1, room.sequences() / copies);
  }

  private SteadyState state(Load load) {
    double seconds = load.sequences() / load.rate();
    return state(load, Chance.wait(places(), load.sequences(), seconds));
  }

  private SteadyState state(Load load, Percentiles wait) {
    Load busier = load.busier(places());
    double rate = copies * load.rate();
    Percentiles first =
        new Percentiles(
            load.firstToken() + wait.p50(),
            Math.max(load.slowFirstToken(), busier.firstToken()) + wait.p95());
    return new SteadyState(
        rate,
        copies * load.sequences() + rate * first.p50(),
        first,
        perToken(most(first), load, busier),
        perToken(first, load, busier),
        new Percentiles(load.perToken(), busier.perToken()),
        rate * requests.generatedTokens(),
        rate / saturation(),
        binds(load));
  }

  private static Percentiles most(Percentiles first) {
    return new Percentiles(
        Math.min(SteadyState.MOST_OF_FIRST, first.p50()),
        Math.min(SteadyState.MOST_OF_FIRST, first.p95()));
  }

  private Percentiles perToken(Percentiles first, Load load, Load busier) {
    return new Percentiles(
        perToken(first.p50(), load.perToken()), perToken(first.p95(), busier.perToken()));
  }

  /** The time of an answer over its tokens. Where they are few, the first would decide alone. */
  private double perToken(double first, double next) {
    double tokens = requests.generatedTokens();
    return tokens < SteadyState.FEW_TOKENS ? next : (first + (tokens - 1) * next) / tokens;
  }

  private Bound binds(Load load) {
    if (load.sequences() > NEARLY_ALL * places()) {
      return room.cached() <= room.mostSequences() ? Bound.CACHE : Bound.SEQUENCES;
    }
    return load.computes() ? Bound.COMPUTE : Bound.BANDWIDTH;
  }
}
