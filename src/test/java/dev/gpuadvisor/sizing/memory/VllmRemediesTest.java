package dev.gpuadvisor.sizing.memory;

import static dev.gpuadvisor.sizing.Workloads.format;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.memory.VllmMemory.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A remedy is what a user changes alone, and then the server starts; it is the least change of its
 * kind; and where none of a kind is named, none of that kind would do.
 */
class VllmRemediesTest {

  private static final List<String> IN_ORDER =
      List.of(
          "gpu_memory_utilization",
          "max_num_seqs",
          "max_model_len",
          "enforce_eager",
          "language_model_only",
          "limit_mm_per_prompt",
          "kv_cache_dtype",
          "tensor_parallel_size");

  /** Too large a share, too small a one, too long, too many, too large a model. */
  static Stream<Arguments> servers() {
    List<VllmServer> all = new ArrayList<>();
    for (String share : List.of("", "0.5", "0.8", "0.95", "0.99")) {
      for (String runtime : List.of("vllm", "vllm-0.8", "vllm-0.6")) {
        all.add(VllmServer.of(runtime, "llama-3.1-8b", "bf16", "L4", 32_768, share));
        all.add(VllmServer.of(runtime, "qwen2.5-7b", "bf16", "RTX_4080", 8192, share, 300, "tp1"));
        all.add(VllmServer.of(runtime, "llama-3.1-70b", "awq", "L40S", 16_384, share, 1, "pp2"));
      }
      for (String runtime : List.of("vllm", "vllm-0.11")) {
        all.add(VllmServer.of(runtime, "qwen2.5-vl-7b", "bf16", "RTX_3090", 65_536, share));
        all.add(VllmServer.of(runtime, "qwen2.5-vl-7b", "bf16", "L4", 32_768, share));
        all.add(VllmServer.of(runtime, "qwen3-vl-8b-instruct", "bf16", "RTX_3090", 65_536, share));
        all.add(VllmServer.of(runtime, "qwen2.5-vl-7b", "awq", "RTX_4080", 65_536, share));
      }
      all.add(VllmServer.of("vllm", "llama-3.1-70b", "bf16", "H100_SXM", 8192, share, 1, "dp2"));
      all.add(VllmServer.of("vllm", "gemma-2-9b", "bf16", "A10G", 4096, share, 600, "tp1"));
      all.add(
          VllmServer.of("vllm", "qwen3-next-80b-a3b-instruct", "fp8", "A100_SXM_80", 8192, share));
      all.add(VllmServer.of("vllm", "llama-3.1-8b", "bf16", "L4", 40_960, share));
      all.add(VllmServer.of("vllm", "qwen3.5-9b", "bf16", "L4", 8192, share, 8, "tp1"));
      all.add(VllmServer.of("vllm-0.11", "gpt-oss-120b", "mxfp4", "H100_SXM", 8192, share));
      all.add(VllmServer.of("vllm-0.11", "gpt-oss-20b", "mxfp4", "T4", 8192, share));
      all.add(VllmServer.of("vllm", "qwen2.5-14b", "nf4", "T4", 16_384, share));
      all.add(VllmServer.of("vllm", "llama-3.1-405b", "fp8", "H100_SXM", 4096, share, 1, "tp4"));
      all.add(VllmServer.of("vllm", "minimax-m2.7", "fp8", "H100_SXM", 196_608, share, 1, "tp4"));
    }
    return all.stream()
        .map(VllmServer::settled)
        .filter(server -> !server.starts())
        .map(
            server ->
                Arguments.of(
                    server.workload().runtime().id()
                        + " "
                        + server.workload().model().id()
                        + " "
                        + server.card()
                        + " "
                        + server.workload().settings(),
                    server));
  }

  private static Optional<Remedy> remedy(VllmServer server, String setting) {
    return server.fitting().memory().toStart().stream()
        .filter(remedy -> remedy.setting().name().equals(setting))
        .findFirst();
  }

  @Test
  void thereAreManyOfEachKind() {
    List<String> named =
        servers()
            .flatMap(all -> ((VllmServer) all.get()[1]).fitting().memory().toStart().stream())
            .map(remedy -> remedy.setting().name())
            .toList();
    for (String setting : IN_ORDER) {
      assertTrue(named.stream().filter(setting::equals).count() > 3, setting + " in " + named);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void eachAloneMakesItStart(String name, VllmServer server) {
    List<Remedy> remedies = server.fitting().memory().toStart();
    List<String> named = remedies.stream().map(remedy -> remedy.setting().name()).toList();
    assertEquals(IN_ORDER.stream().filter(named::contains).toList(), named);
    for (Remedy remedy : remedies) {
      VllmServer then = server.with(remedy.setting().name(), remedy.setting().value());
      assertTrue(then.starts(), remedy.toString());
      assertEquals(then.fitting().memory().cache(), remedy.cache(), remedy.toString());
    }
  }

  /** Of shares the nearest above; where none above does, the nearest below. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void theNearestShare(String name, VllmServer server) {
    VllmMemory memory = server.fitting().memory();
    long now = memory.budget();
    long free = memory.total() - (memory.profile().cudaContextMib() << 20);
    List<Integer> starting =
        IntStream.rangeClosed(50, 98)
            .filter(share -> share / 100.0 * memory.total() <= free)
            .filter(share -> server.startsWith("gpu_memory_utilization", share / 100.0))
            .boxed()
            .toList();
    Optional<Integer> nearest =
        starting.stream()
            .filter(share -> share / 100.0 * memory.total() > now)
            .findFirst()
            .or(() -> starting.stream().reduce((smaller, larger) -> larger));
    assertEquals(
        nearest, remedy(server, IN_ORDER.get(0)).map(all -> (int) (100 * share(all) + 0.5)));
  }

  private static double share(Remedy remedy) {
    return Double.parseDouble(remedy.setting().value());
  }

  /** Powers of two, no more than now and no fewer than there are users. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void theMostSequences(String name, VllmServer server) {
    VllmFitting fitting = server.fitting();
    int users = server.workload().tokens().concurrency();
    int now = fitting.memory().settings().maxNumSeqs().orElseThrow();
    Optional<String> most =
        Stream.iterate(512, sequences -> sequences >= users && sequences > 0, all -> all / 2)
            .filter(sequences -> sequences < now)
            .filter(sequences -> server.startsWith("max_num_seqs", sequences))
            .findFirst()
            .map(String::valueOf);
    assertEquals(most, remedy(server, "max_num_seqs").map(found -> found.setting().value()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void theLongestSequence(String name, VllmServer server) {
    int length = server.workload().tokens().context();
    Optional<Remedy> shorter = remedy(server, "max_model_len");
    if (shorter.isPresent()) {
      int longest = Integer.parseInt(shorter.get().setting().value());
      assertTrue(longest < length);
      assertFalse(server.startsWith("max_model_len", longest + 1));
    } else {
      assertFalse(server.startsWith("max_model_len", 1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void whatIsEitherOrNot(String name, VllmServer server) {
    assertEquals(
        server.startsWith("enforce_eager", true), remedy(server, "enforce_eager").isPresent());
    boolean offered = server.workload().runtime().kvCacheTypes().contains(KvCacheType.FP8);
    assertEquals(
        offered && server.startsWith("kv_cache_dtype", "fp8"),
        remedy(server, "kv_cache_dtype").isPresent());
    assertFalse(
        remedy(server.with(server.workload().with(KvCacheType.FP8)), "kv_cache_dtype").isPresent());
  }

  /** The fewest GPUs, doubling from what there are; never for what each GPU has whole. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void theFewestGpus(String name, VllmServer server) {
    Parallel now = server.workload().settings().parallel();
    boolean whole = server.workload().keepsWhole(format(server.weights()));
    Optional<String> fewest =
        Stream.iterate(2 * now.tensor(), tensor -> tensor <= 16 && !whole, all -> 2 * all)
            .filter(tensor -> server.startsWith("tensor_parallel_size", tensor))
            .findFirst()
            .map(String::valueOf);
    assertEquals(
        fewest, remedy(server, "tensor_parallel_size").map(found -> found.setting().value()));
  }

  /** Without graphs already, there is nothing to turn off. */
  @Test
  void whatRunsEagerIsNotTold() {
    VllmServer server =
        VllmServer.of("vllm-0.11", "gpt-oss-120b", "mxfp4", "H100_SXM", 8192, "0.7");
    VllmServer eager =
        server.with(server.workload().with(server.workload().settings().withoutGraphs()));
    assertFalse(eager.starts());
    assertTrue(remedy(eager, "enforce_eager").isEmpty());
  }

  @Test
  void whatStartsNeedsNothing() {
    VllmServer server = VllmServer.of("vllm", "llama-3.1-8b", "bf16", "L40S", 8192, "", 1, "tp2");
    assertTrue(server.starts());
    assertEquals(List.of(), server.fitting().memory().toStart());
    assertEquals(Parallel.tensor(2), server.fitting().memory().parallel());
  }
}
