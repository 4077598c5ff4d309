package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Workload;
import java.util.Optional;

/**
 * One server, on all GPUs of a worker, under a load.
 *
 * <p>Requests come at random (a Poisson process) and are batched continuously. With {@code n}
 * sequences in generation a step takes {@code D(n)}; each prompt adds {@code W} to the steps that
 * read it. Of a second, the share {@code rate x W} goes to prompts, so that a step takes {@code
 * D(n) / (1 - rate x W)} on average, and by Little's law {@code n = rate x tokens x step}. Both
 * together give the rate as a function of {@code n}, which only grows.
 *
 * <p>Of a pool with several cards the slowest is taken.
 */
public final class LoadedServer {

  /** Above this a standard normal variable lies once in twenty. */
  private static final double P95 = 1.645;

  private static final double NEARLY_ALL = 0.9;
  private static final int HALVINGS = 60;

  private final ServerRoom room;
  private final Requests requests;
  private final BatchTime time;
  private final double prompt;
  private final int chunks;

  private LoadedServer(ServerRoom room, Requests requests, BatchTime time) {
    this.room = room;
    this.requests = requests;
    this.time = time;
    this.prompt = time.prompt();
    this.chunks = (int) Math.max(1, Math.ceil(requests.computedTokens() / room.stepTokens()));
  }

  public static LoadedServer of(
      Workload workload,
      Quantization format,
      Hardware hardware,
      ServerRoom room,
      Requests requests) {
    LoadedServer slowest = null;
    for (Card card : hardware.cards()) {
      BatchTime time = new BatchTime(workload, format, card, hardware.gpus(), requests);
      LoadedServer server = new LoadedServer(room, requests, time);
      if (slowest == null || server.saturation() < slowest.saturation()) {
        slowest = server;
      }
    }
    return slowest;
  }

  /** Requests per second that it answers when as many are in flight as it holds. */
  public double saturation() {
    return room.cached() < 1 ? 0 : rate(room.sequences());
  }

  /**
   * @param requestsPerSecond above 0
   * @return empty where it cannot keep up
   */
  public Optional<SteadyState> at(double requestsPerSecond) {
    if (!(requestsPerSecond < saturation())) {
      return Optional.empty();
    }
    double low = 0;
    double high = room.sequences();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (rate(middle) < requestsPerSecond) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Optional.of(state(requestsPerSecond, high));
  }

  /**
   * With so many users, each of whom sends the next request when the last is answered.
   *
   * @param users from 1
   */
  public Optional<SteadyState> with(double users) {
    if (room.cached() < 1) {
      return Optional.empty();
    }
    double low = 0;
    double high = saturation();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (at(middle).map(state -> state.sequences() < users).orElse(false)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return at(low);
  }

  /** The largest load whose latencies stay within the targets and whose sequences it holds. */
  public Capacity capacity(Targets targets) {
    Optional<SteadyState> alone = with(1);
    double most = saturation();
    if (alone.isEmpty() || !at(most / (1 << 20)).map(targets::areMetBy).orElse(false)) {
      Bound why = alone.isEmpty() ? Bound.CACHE : Bound.LATENCY;
      return new Capacity(0, why, Optional.empty(), alone);
    }
    double low = most / (1 << 20);
    double high = most;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (at(middle).map(state -> isWithin(state, targets)).orElse(false)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    SteadyState state = at(low).orElseThrow();
    Bound binds = low < NEARLY_ALL * most ? Bound.LATENCY : state.binds();
    return new Capacity(low, binds, Optional.of(state), alone);
  }

  private boolean isWithin(SteadyState state, Targets targets) {
    return targets.areMetBy(state);
  }

  private double rate(double sequences) {
    double generating = requests.generatedTokens() / requests.acceptedTokensPerStep();
    return sequences / (generating * time.generating(sequences) + sequences * prompt);
  }

  private SteadyState state(double rate, double sequences) {
    double most = room.sequences();
    double many = Math.min(most, sequences + P95 * Math.sqrt(sequences));
    Percentiles perToken = new Percentiles(perToken(sequences), perToken(many));
    Percentiles first = firstToken(rate, sequences, many);
    double waiting = rate * first.p50();
    return new SteadyState(
        rate,
        sequences + waiting,
        first,
        perToken,
        rate * requests.generatedTokens(),
        rate / saturation(),
        binds(sequences));
  }

  /** Where so many are in generation: their share of the prompts comes with them. */
  private double perToken(double sequences) {
    double step = time.generating(sequences);
    double prompts = sequences * prompt / requests.generatedTokens();
    return step / requests.acceptedTokensPerStep() + prompts;
  }

  private Percentiles firstToken(double rate, double sequences, double many) {
    double busy = Math.min(1, sequences);
    double share = rate * prompt;
    double queue = share / (1 - share) * prompt / 2;
    double own = prompt + chunks * time.generating(Math.max(1, sequences));
    double step = time.generating(Math.max(1, sequences));
    double tail = prompt + chunks * time.generating(Math.max(1, many));
    double wait = share / (1 - share) * prompt * 2;
    return new Percentiles(own + busy * step / 2 + queue, tail + busy * step + wait);
  }

  private Bound binds(double sequences) {
    if (sequences > NEARLY_ALL * room.sequences()) {
      return room.cached() <= room.mostSequences() ? Bound.CACHE : Bound.SEQUENCES;
    }
    double computing = time.computing(sequences) + prompt * sequences / requests.generatedTokens();
    return computing > time.reading(sequences) ? Bound.COMPUTE : Bound.BANDWIDTH;
  }
}
