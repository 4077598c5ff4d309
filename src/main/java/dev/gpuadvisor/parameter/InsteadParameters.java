package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** What one could do instead of renting: pay for tokens, or for hardware of one's own. */
public final class InsteadParameters {

  static final Definitions DEFINED = new Definitions();

  private static final String MOST_DOLLARS = "100000000";

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

  public static final Parameter<Rented> OWN =
      DEFINED.add(
          Parameter.of("own", new RentedName(), Msg.Parameter.own(), Msg.Parameter.ownLabel())
              .in(Group.INSTEAD)
              .more()
              .forExample("2x RTX 4090")
              .inSlack("own"));

  public static final Parameter<BigDecimal> PURCHASE_USD =
      DEFINED.add(
          Parameter.of(
                  "purchase_usd",
                  NumberType.decimal("0", MOST_DOLLARS, Dimension.USD),
                  Msg.Parameter.purchaseUsd(),
                  Msg.Parameter.purchaseUsdLabel())
              .in(Group.INSTEAD)
              .defaultsTo(0)
              .more()
              .forExample("4000"));

  public static final Parameter<BigDecimal> YEARS =
      DEFINED.add(
          Parameter.of(
                  "years",
                  NumberType.decimal("0.1", "20", Dimension.YEARS),
                  Msg.Parameter.years(),
                  Msg.Parameter.yearsLabel())
              .in(Group.INSTEAD)
              .defaultsTo(3));

  public static final Parameter<BigDecimal> WATTS =
      DEFINED.add(
          Parameter.of(
                  "watts",
                  NumberType.decimal("0", "1000000", Dimension.WATTS),
                  Msg.Parameter.watts(),
                  Msg.Parameter.wattsLabel())
              .in(Group.INSTEAD)
              .defaultsTo(0)
              .more()
              .forExample("700"));

  public static final Parameter<BigDecimal> USD_PER_KWH =
      DEFINED.add(
          Parameter.of(
                  "usd_per_kwh",
                  NumberType.decimal("0", "100", Dimension.USD_PER_KWH),
                  Msg.Parameter.usdPerKwh(),
                  Msg.Parameter.usdPerKwhLabel())
              .in(Group.INSTEAD)
              .defaultsTo("0.15")
              .more());

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
