package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.load.Latency;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;

/** The requests that are to be answered, and how fast. */
public final class LoadParameters {

  static final Definitions DEFINED = new Definitions();

  private static final int MOST_REPLICAS = 1000;

  public static final Parameter<BigDecimal> REQUESTS_PER_SECOND =
      DEFINED.add(
          of(
                  "requests_per_second",
                  NumberType.decimal("0.000001", "100000", Dimension.PER_SECOND),
                  Msg.Parameter.requestsPerSecond(),
                  Msg.Parameter.requestsPerSecondLabel())
              .more()
              .inSlack("rps", "qps"));

  public static final Parameter<BigDecimal> REQUESTS_PER_DAY =
      DEFINED.add(
          of(
                  "requests_per_day",
                  NumberType.decimal("0.1", "8640000000", Dimension.PER_DAY),
                  Msg.Parameter.requestsPerDay(),
                  Msg.Parameter.requestsPerDayLabel())
              .more()
              .inSlack("requests", "requêtes"));

  public static final Parameter<BigDecimal> TOKENS_PER_DAY =
      DEFINED.add(
          of(
                  "tokens_per_day",
                  NumberType.decimal("1", "1000000000000000", Dimension.TOKENS_PER_DAY),
                  Msg.Parameter.tokensPerDay(),
                  Msg.Parameter.tokensPerDayLabel())
              .more()
              .inSlack("tokens", "jetons"));

  public static final Parameter<BigDecimal> PEAK_FACTOR =
      DEFINED.add(
          of(
                  "peak_factor",
                  NumberType.decimal("1", "1000", Dimension.NUMBER),
                  Msg.Parameter.peakFactor(),
                  Msg.Parameter.peakFactorLabel())
              .defaultsTo(1)
              .more()
              .forExample("3")
              .inSlack("peak", "pointe"));

  public static final Parameter<Integer> INPUT_TOKENS =
      DEFINED.add(
          of(
                  "input_tokens",
                  NumberType.whole(1, Tokens.MAX_CONTEXT, Dimension.TOKENS),
                  Msg.Parameter.inputTokens(),
                  Msg.Parameter.inputTokensLabel())
              .more()
              .forExample("1k")
              .inSlack("in", "input", "entrée"));

  public static final Parameter<Integer> REASONING_TOKENS =
      DEFINED.add(
          of(
                  "reasoning_tokens",
                  NumberType.whole(0, Tokens.MAX_CONTEXT, Dimension.TOKENS),
                  Msg.Parameter.reasoningTokens(),
                  Msg.Parameter.reasoningTokensLabel())
              .defaultsTo(0)
              .forExample("2k")
              .inSlack("reasoning"));

  public static final Parameter<BigDecimal> SECONDS_PER_REQUEST =
      DEFINED.add(
          of(
                  "seconds_per_request",
                  NumberType.decimal("0.001", "86400", Dimension.SECONDS),
                  Msg.Parameter.secondsPerRequest(),
                  Msg.Parameter.secondsPerRequestLabel())
              .forExample("3s"));

  public static final Parameter<Latency> LATENCY =
      DEFINED.add(
          of(
                  "latency",
                  EnumType.of(Latency.values()).labelled(LoadParameters::name),
                  Msg.Parameter.latency(),
                  Msg.Parameter.latencyLabel())
              .defaultsTo("interactive")
              .more()
              .inSlack("latency", "latence"));

  public static final Parameter<BigDecimal> MAX_FIRST_TOKEN_SECONDS =
      DEFINED.add(
          of(
                  "max_first_token_seconds",
                  NumberType.decimal("0.001", "3600", Dimension.SECONDS),
                  Msg.Parameter.maxFirstTokenSeconds(),
                  Msg.Parameter.maxFirstTokenSecondsLabel())
              .more()
              .forExample("500ms")
              .inSlack("ttft"));

  public static final Parameter<BigDecimal> MAX_SECONDS_PER_TOKEN =
      DEFINED.add(
          of(
                  "max_seconds_per_token",
                  NumberType.decimal("0.0001", "60", Dimension.SECONDS),
                  Msg.Parameter.maxSecondsPerToken(),
                  Msg.Parameter.maxSecondsPerTokenLabel())
              .more()
              .forExample("60ms")
              .inSlack("tpot", "itl"));

  public static final Parameter<BigDecimal> MAX_LOAD =
      DEFINED.add(
          of(
                  "max_load",
                  NumberType.decimal("0.05", "1", Dimension.SHARE),
                  Msg.Parameter.maxLoad(),
                  Msg.Parameter.maxLoadLabel())
              .defaultsTo(Load.USUAL_MAX_LOAD)
              .forExample("80%"));

  public static final Parameter<Integer> MIN_REPLICAS =
      DEFINED.add(
          of(
                  "min_replicas",
                  NumberType.whole(1, MOST_REPLICAS, Dimension.COUNT),
                  Msg.Parameter.minReplicas(),
                  Msg.Parameter.minReplicasLabel())
              .defaultsTo(1)
              .forExample("2")
              .inSlack("replicas", "réplicas"));

  public static final Parameter<BigDecimal> PREFIX_HIT_RATE =
      DEFINED.add(
          of(
                  "prefix_hit_rate",
                  NumberType.decimal("0", "0.999", Dimension.SHARE),
                  Msg.Parameter.prefixHitRate(),
                  Msg.Parameter.prefixHitRateLabel())
              .defaultsTo(0)
              .forExample("50%")
              .inSlack("cached"));

  public static final Parameter<BigDecimal> ACCEPTED_TOKENS_PER_STEP =
      DEFINED.add(
          of(
                  "accepted_tokens_per_step",
                  NumberType.decimal("1", "32", Dimension.NUMBER),
                  Msg.Parameter.acceptedTokensPerStep(),
                  Msg.Parameter.acceptedTokensPerStepLabel())
              .defaultsTo(1)
              .forExample("2.5"));

  /** Any one of them makes a load; the others say more of it. */
  public static final List<Parameter<BigDecimal>> RATES =
      List.of(REQUESTS_PER_SECOND, REQUESTS_PER_DAY, TOKENS_PER_DAY);

  private LoadParameters() {}

  private static <T> Parameter<T> of(
      String name, ValueType<T> type, Message description, Message label) {
    return Parameter.of(name, type, description, label).in(Group.LOAD).only(Scope.SERVING);
  }

  private static Message name(Latency latency) {
    return switch (latency) {
      case INTERACTIVE -> Msg.Latency.interactive();
      case BATCH -> Msg.Latency.batch();
    };
  }
}
