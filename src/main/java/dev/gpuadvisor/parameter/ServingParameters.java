package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;

/** How a server is started: what is not given is the runtime's own default. */
public final class ServingParameters {

  static final Definitions DEFINED = new Definitions();

  private static final String LLAMA_CPP = "llama.cpp";
  private static final int MOST_STEP_TOKENS = 1 << 20;
  private static final int MOST_DRAFTED = 32;

  public static final Parameter<BigDecimal> GPU_MEMORY_UTILIZATION =
      DEFINED.add(
          Parameter.of(
                  "gpu_memory_utilization",
                  NumberType.decimal("0.05", "1", Dimension.SHARE),
                  Msg.Parameter.gpuMemoryUtilization(),
                  Msg.Parameter.gpuMemoryUtilizationLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm")
              .more()
              .forExample("0.95")
              .inSlack("util", "utilization"));

  public static final Parameter<Integer> MAX_NUM_SEQS =
      DEFINED.add(
          Parameter.of(
                  "max_num_seqs",
                  NumberType.whole(1, Tokens.MAX_CONCURRENCY, Dimension.COUNT),
                  Msg.Parameter.maxNumSeqs(),
                  Msg.Parameter.maxNumSeqsLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm", LLAMA_CPP, "ollama")
              .forExample("64")
              .inSlack("seqs"));

  public static final Parameter<Integer> MAX_NUM_BATCHED_TOKENS =
      DEFINED.add(
          Parameter.of(
                  "max_num_batched_tokens",
                  NumberType.whole(1, MOST_STEP_TOKENS, Dimension.TOKENS),
                  Msg.Parameter.maxNumBatchedTokens(),
                  Msg.Parameter.maxNumBatchedTokensLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm", LLAMA_CPP, "ollama")
              .forExample("8k"));

  public static final Parameter<Parallel> PARALLEL =
      DEFINED.add(
          Parameter.of(
                  "parallel",
                  new ParallelType(Hardware.MAX_GPUS),
                  Msg.Parameter.parallel(),
                  Msg.Parameter.parallelLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm")
              .inSlack("parallel", "tp"));

  public static final Parameter<Boolean> LANGUAGE_MODEL_ONLY =
      DEFINED.add(
          Parameter.of(
                  "language_model_only",
                  new FlagType(),
                  Msg.Parameter.languageModelOnly(),
                  Msg.Parameter.languageModelOnlyLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm"));

  public static final Parameter<Boolean> ENFORCE_EAGER =
      DEFINED.add(
          Parameter.of(
                  "enforce_eager",
                  new FlagType(),
                  Msg.Parameter.enforceEager(),
                  Msg.Parameter.enforceEagerLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm"));

  public static final Parameter<Boolean> PREFIX_CACHING =
      DEFINED.add(
          Parameter.of(
                  "prefix_caching",
                  new FlagType(),
                  Msg.Parameter.prefixCaching(),
                  Msg.Parameter.prefixCachingLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm"));

  public static final Parameter<Integer> GPU_LAYERS =
      DEFINED.add(
          Parameter.of(
                  "gpu_layers",
                  NumberType.whole(0, Shape.MAX_LAYERS + 1, Dimension.COUNT),
                  Msg.Parameter.gpuLayers(),
                  Msg.Parameter.gpuLayersLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP, "ollama")
              .forExample("32")
              .inSlack("ngl"));

  public static final Parameter<Integer> N_CPU_MOE =
      DEFINED.add(
          Parameter.of(
                  "n_cpu_moe",
                  NumberType.whole(0, Shape.MAX_LAYERS, Dimension.COUNT),
                  Msg.Parameter.nCpuMoe(),
                  Msg.Parameter.nCpuMoeLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP)
              .forExample("24")
              .inSlack("ncmoe"));

  public static final Parameter<Boolean> CPU_MOE =
      DEFINED.add(
          Parameter.of(
                  "cpu_moe", new FlagType(), Msg.Parameter.cpuMoe(), Msg.Parameter.cpuMoeLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP)
              .inSlack("cmoe"));

  public static final Parameter<Boolean> KV_OFFLOAD =
      DEFINED.add(
          Parameter.of(
                  "kv_offload",
                  new FlagType(),
                  Msg.Parameter.kvOffload(),
                  Msg.Parameter.kvOffloadLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP));

  public static final Parameter<Boolean> SWA_FULL =
      DEFINED.add(
          Parameter.of(
                  "swa_full", new FlagType(), Msg.Parameter.swaFull(), Msg.Parameter.swaFullLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP));

  public static final Parameter<KvCacheType> CACHE_TYPE_V =
      DEFINED.add(
          Parameter.of(
                  "cache_type_v",
                  Parameters.CACHE_TYPE,
                  Msg.Parameter.cacheTypeV(),
                  Msg.Parameter.cacheTypeVLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith(LLAMA_CPP)
              .forExample("q4_0")
              .inSlack("ctv"));

  public static final Parameter<Integer> DRAFT_TOKENS =
      DEFINED.add(
          Parameter.of(
                  "draft_tokens",
                  NumberType.whole(1, MOST_DRAFTED, Dimension.TOKENS),
                  Msg.Parameter.draftTokens(),
                  Msg.Parameter.draftTokensLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm", LLAMA_CPP)
              .forExample("3"));

  public static final Parameter<Model> DRAFT_MODEL =
      DEFINED.add(
          Parameter.of(
                  "draft_model",
                  new DraftModelName(),
                  Msg.Parameter.draftModel(),
                  Msg.Parameter.draftModelLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .onlyWith("vllm", LLAMA_CPP)
              .forExample("qwen3-0.6b"));

  /** Those that name vLLM where no runtime is named. */
  public static final List<Parameter<?>> OF_VLLM =
      List.of(
          GPU_MEMORY_UTILIZATION,
          MAX_NUM_SEQS,
          MAX_NUM_BATCHED_TOKENS,
          PARALLEL,
          LANGUAGE_MODEL_ONLY,
          ENFORCE_EAGER,
          PREFIX_CACHING,
          DRAFT_TOKENS,
          DRAFT_MODEL);

  /** Those that name llama.cpp. */
  public static final List<Parameter<?>> OF_LLAMA_CPP =
      List.of(GPU_LAYERS, N_CPU_MOE, CPU_MOE, KV_OFFLOAD, SWA_FULL, CACHE_TYPE_V);

  private ServingParameters() {}
}
