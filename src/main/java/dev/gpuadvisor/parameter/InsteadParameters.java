package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** What one could do instead of renting: pay for tokens. */
public final class InsteadParameters {

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<BigDecimal> API_USD_PER_MILLION_INPUT =
      perMillion(
          "api_usd_per_million_input",
          "0.20",
          Msg.Parameter.apiUsdPerMillionInput(),
          Msg.Parameter.apiUsdPerMillionInputLabel());

  public static final Parameter<BigDecimal> API_USD_PER_MILLION_CACHED =
      perMillion(
          "api_usd_per_million_cached",
          "0.05",
          Msg.Parameter.apiUsdPerMillionCached(),
          Msg.Parameter.apiUsdPerMillionCachedLabel());

  public static final Parameter<BigDecimal> API_USD_PER_MILLION_OUTPUT =
      perMillion(
          "api_usd_per_million_output",
          "0.60",
          Msg.Parameter.apiUsdPerMillionOutput(),
          Msg.Parameter.apiUsdPerMillionOutputLabel());

  private InsteadParameters() {}

  private static Parameter<BigDecimal> perMillion(
      String name, String example, Message description, Message label) {
    return DEFINED.add(
        Parameter.of(
                name,
                NumberType.decimal("0", "1000000", Dimension.USD_PER_MILLION_TOKENS),
                description,
                label)
            .in(Group.INSTEAD)
            .only(Scope.SERVING)
            .more()
            .forExample(example));
  }
}
