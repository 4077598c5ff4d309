package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.SpeedProfile;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeReason;
import dev.gpuadvisor.sizing.RuntimeSettings;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.Workloads;
import dev.gpuadvisor.sizing.speed.LoadedServer;
import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.ServerRoom;
import dev.gpuadvisor.sizing.speed.SteadyState;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A server that somebody measured under load.
 *
 * @param perAnswer whether the time per token is that of a whole answer over its tokens
 * @param kind {@code alone}, {@code steady}, {@code closed} or {@code poisson}
 * @param machine where there are several with such cards; may be empty
 */
public record ServingRow(
    String source,
    Workload workload,
    Quantization format,
    Hardware hardware,
    ServerRoom room,
    Requests requests,
    double users,
    OptionalDouble tokensPerSecond,
    OptionalDouble firstTokenMs,
    double tokenMs,
    boolean perAnswer,
    String kind,
    String machine) {

  /** As benchmarks of closed loops ask them (SemiAnalysisAI/InferenceX: ten). */
  private static final int REQUESTS_OF_A_USER = 10;

  static ServingRow parse(String line) {
    String[] cells = line.split(",", -1);
    Model model = Workloads.model(cells[2]);
    Quantization format = Workloads.format(cells[3]);
    Parallel parallel = Parallel.parse(cells[5]).orElseThrow();
    double users = Double.parseDouble(cells[8]);
    Requests requests = Requests.of(Double.parseDouble(cells[6]), Double.parseDouble(cells[7]));
    int generated = (int) Math.ceil(requests.generatedTokens());
    int context = (int) Math.ceil(requests.inputTokens()) + generated;
    Workload workload =
        new Workload(
            model,
            Workloads.CATALOG.runtimes().find(cells[1]).orElseThrow(),
            new Tokens(context, generated, 1),
            KvCacheType.BF16,
            Adapters.NONE,
            RuntimeSettings.DEFAULT.withParallel(parallel),
            RuntimeReason.ASKED,
            List.of());
    Card card = Workloads.CATALOG.cards().find(cells[4]).orElseThrow();
    Hardware hardware = new Hardware(List.of(card), parallel.gpus());
    Fitting fitting = Fitting.of(workload, format, workload.estimate(format), hardware);
    return new ServingRow(
        cells[0],
        workload,
        format,
        hardware,
        atLeast(users, ServerRoom.of(fitting, requests)),
        requests,
        users,
        number(cells[9]),
        number(cells[10]),
        Double.parseDouble(cells[11]),
        cells[12].equals("answer"),
        cells[13],
        cells[14]);
  }

  /** Where it holds none as it is set up by default, it was set up to hold its users. */
  private static ServerRoom atLeast(double users, ServerRoom room) {
    double cached = room.cached() < 1 ? Math.max(1, users) : room.cached();
    return new ServerRoom(cached, room.mostSequences(), room.stepTokens());
  }

  private static OptionalDouble number(String cell) {
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  public Card card() {
    return hardware.worstCard();
  }

  public String modelId() {
    return workload.model().id();
  }

  /** Whether nobody waits for another. */
  public boolean isAlone() {
    return users <= 1;
  }

  /** What the program says, with constants of its own or others. */
  public SteadyState state(ServingProfile profile) {
    return server(profile).with(Math.max(1, users)).orElseThrow();
  }

  public SteadyState state() {
    return state(workload.runtime().speed().serving().orElseThrow());
  }

  /** On the bundled constants. */
  public LoadedServer server() {
    return LoadedServer.of(workload, format, hardware, room, requests);
  }

  /** Whether its figures are medians, and not means. */
  public boolean isMedian() {
    return source.equals("sparecores") || source.equals("accelmark");
  }

  /** In the statistic that was measured. */
  public double tokenMs(SteadyState state) {
    return 1000 * (perAnswer ? state.perAnswer().p50() : state.betweenTokens().p50());
  }

  /**
   * Milliseconds to the first token, in the statistic that was measured. Means of closed loops hold
   * the crowd that comes first: of ten requests of each user the first waits for those of half of
   * the others.
   */
  public double firstTokenMs(SteadyState state, ServingProfile profile) {
    double first = state.firstTokenSeconds().p50();
    boolean crowded = kind.equals("closed") && !isMedian();
    return 1000 * (crowded ? first + (users - 1) / 2 * alone(profile) / REQUESTS_OF_A_USER : first);
  }

  private double alone(ServingProfile profile) {
    return server(profile).with(1).orElseThrow().firstTokenSeconds().p50();
  }

  private LoadedServer server(ServingProfile profile) {
    return LoadedServer.of(on(profile), format, hardware, room, requests);
  }

  private Workload on(ServingProfile profile) {
    RuntimeProfile runtime = workload.runtime();
    if (runtime.speed().serving().orElseThrow() == profile) {
      return workload;
    }
    RuntimeProfile changed =
        new RuntimeProfile(
            runtime.id(),
            runtime.runtime(),
            runtime.isDefault(),
            runtime.from(),
            runtime.usableFraction(),
            runtime.cudaContextMib(),
            runtime.split(),
            runtime.memory(),
            SpeedProfile.of(profile),
            runtime.errorPercent(),
            runtime.formats(),
            runtime.pulls(),
            runtime.besides(),
            runtime.support(),
            runtime.kvCacheTypes(),
            runtime.provenance());
    return new Workload(
        workload.model(),
        changed,
        workload.tokens(),
        workload.kvCache(),
        workload.adapters(),
        workload.settings(),
        workload.reason(),
        workload.servers());
  }
}
