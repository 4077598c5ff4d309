package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.LoraTargets;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/** The model, how it serves, and how the answer is given. */
public final class Parameters {

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<Model> MODEL =
      DEFINED.add(
          Parameter.of("model", new ModelName(), Msg.Parameter.model(), Msg.Parameter.modelLabel())
              .in(Group.MODEL)
              .mandatoryUnless(Group.DESCRIPTION)
              .first(Msg.Parameter.modelHint()));

  public static final Parameter<Boolean> EXACT =
      DEFINED.add(
          Parameter.of("exact", new FlagType(), Msg.Parameter.exact(), Msg.Parameter.exactLabel())
              .in(Group.MODEL)
              .defaultsTo(false));

  public static final Parameter<QuantizationName> QUANTIZATIONS =
      DEFINED.add(
          Parameter.of(
                  "quantization",
                  new QuantizationName.Type(),
                  Msg.Parameter.quantization(),
                  Msg.Parameter.quantizationLabel())
              .in(Group.FORMATS)
              .repeated()
              .defaultsTo("8bit,4bit")
              .first(Msg.Parameter.quantizationHint())
              .inSlack("quant", "q", "format")
              .asBareWord());

  public static final Parameter<QuantizationName> QUANTIZATION =
      DEFINED.add(
          Parameter.of(
                  "quantization",
                  new QuantizationName.Type(),
                  Msg.Parameter.quantization(),
                  Msg.Parameter.quantizationLabel())
              .in(Group.FORMAT)
              .defaultsTo("8bit")
              .inSlack("quant", "q", "format")
              .asBareWord());

  public static final Parameter<RuntimeProfile> RUNTIME =
      DEFINED.add(
          Parameter.of(
                  "runtime",
                  new RuntimeName(),
                  Msg.Parameter.runtime(),
                  Msg.Parameter.runtimeLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .defaultsTo(in -> in.catalog().defaultRuntime().id())
              .more()
              .inSlack("runtime", "rt", "moteur"));

  public static final Parameter<Integer> CONTEXT =
      DEFINED.add(
          Parameter.of(
                  "context",
                  NumberType.whole(1, Tokens.MAX_CONTEXT, Dimension.TOKENS),
                  Msg.Parameter.context(),
                  Msg.Parameter.contextLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .defaultsTo(Tokens.DEFAULT_CONTEXT)
              .first(Msg.Parameter.contextHint())
              .inSlack("ctx", "contexte"));

  public static final Parameter<Integer> OUTPUT_TOKENS =
      DEFINED.add(
          Parameter.of(
                  "output_tokens",
                  NumberType.whole(0, Tokens.MAX_CONTEXT, Dimension.TOKENS),
                  Msg.Parameter.outputTokens(),
                  Msg.Parameter.outputTokensLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .more()
              .forExample("1k")
              .inSlack("out", "output", "sortie"));

  public static final Parameter<Integer> CONCURRENCY =
      DEFINED.add(
          Parameter.of(
                  "concurrency",
                  NumberType.whole(1, Tokens.MAX_CONCURRENCY, Dimension.COUNT),
                  Msg.Parameter.concurrency(),
                  Msg.Parameter.concurrencyLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .defaultsTo(1)
              .first(Msg.Parameter.concurrencyHint())
              .inSlack("users", "user", "utilisateurs"));

  public static final Parameter<Integer> LORA_RANK =
      DEFINED.add(
          Parameter.of(
                  "lora_rank",
                  NumberType.whole(0, Adapters.MAX_RANK, Dimension.COUNT),
                  Msg.Parameter.loraRank(),
                  Msg.Parameter.loraRankLabel())
              .in(Group.SERVING)
              .only(Scope.ADAPTERS)
              .defaultsTo(0)
              .more()
              .forExample("16")
              .inSlack("lora"));

  public static final Parameter<LoraTargets> LORA_TARGETS =
      DEFINED.add(
          Parameter.of(
                  "lora_targets",
                  TrainingNames.TARGETS,
                  Msg.Parameter.loraTargets(),
                  Msg.Parameter.loraTargetsLabel())
              .in(Group.SERVING)
              .only(Scope.ADAPTERS)
              .defaultsTo("all"));

  public static final Parameter<Integer> ADAPTERS =
      DEFINED.add(
          Parameter.of(
                  "adapters",
                  NumberType.whole(1, Adapters.MAX_COUNT, Dimension.COUNT),
                  Msg.Parameter.adapters(),
                  Msg.Parameter.adaptersLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .defaultsTo(1));

  static final EnumType<KvCacheType> CACHE_TYPE =
      EnumType.of(KvCacheType.values())
          .also(KvCacheType.FP8, "fp8_e4m3", "fp8_e5m2", "e4m3", "e5m2", "8bit")
          .also(KvCacheType.BF16, "auto", "bfloat16", "fp16", "f16", "float16")
          .also(KvCacheType.BF16, "half", "16bit", "none", "default")
          .also(KvCacheType.Q8_0, "q8")
          .also(KvCacheType.Q4_0, "q4", "4bit", "int4");

  public static final Parameter<KvCacheType> KV_CACHE =
      DEFINED.add(
          Parameter.of(
                  "kv_cache", CACHE_TYPE, Msg.Parameter.kvCache(), Msg.Parameter.kvCacheLabel())
              .in(Group.SERVING)
              .only(Scope.SERVING)
              .defaultsTo("bf16")
              .more()
              .forExample("fp8")
              .inSlack("kv"));

  public static final Parameter<Language> LANG =
      DEFINED.add(
          Parameter.of(
                  "lang",
                  EnumType.of(Language.values()).labelled(Parameters::name),
                  Msg.Parameter.lang(),
                  Msg.Parameter.langLabel())
              .in(Group.ANSWER)
              .defaultsTo("en")
              .more()
              .canBeDropped());

  public static final Parameter<DocumentFormat> FORMAT =
      DEFINED.add(
          Parameter.of(
                  "format",
                  EnumType.of(DocumentFormat.values()),
                  Msg.Parameter.format(),
                  Msg.Parameter.formatLabel())
              .in(Group.DOCUMENT)
              .canBeDropped());

  public static final Parameter<TableFormat> TABLE_FORMAT =
      DEFINED.add(
          Parameter.of(
                  "format",
                  EnumType.of(TableFormat.values()),
                  Msg.Parameter.formatOfTable(),
                  Msg.Parameter.formatOfTableLabel())
              .in(Group.TABLE)
              .canBeDropped());

  private Parameters() {}

  private static Message name(Language language) {
    return switch (language) {
      case EN -> Msg.Page.langEn();
      case FR -> Msg.Page.langFr();
    };
  }
}
