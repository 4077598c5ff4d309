package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.RankBy;
import dev.gpuadvisor.advice.Reasons;
import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What one is willing to rent, and what runs now. */
public final class RentingParameters {

  static final Definitions DEFINED = new Definitions();

  private static final String MOST_GPUS = "max_gpus";
  private static final String LEAST_DOLLARS = "0.000001";
  private static final String MOST_DOLLARS = "1000000";

  public static final Parameter<ProviderName> PROVIDERS =
      DEFINED.add(
          Parameter.of(
                  "provider",
                  new ProviderName.Type(),
                  Msg.Parameter.provider(),
                  Msg.Parameter.providerLabel())
              .in(Group.OFFERS)
              .repeated()
              .defaultsTo(in -> in.catalog().defaultPriceList().provider())
              .first(Msg.Parameter.providerHint())
              .inSlack("provider", "fournisseur"));

  public static final Parameter<MarketChoice> MARKET =
      DEFINED.add(
          Parameter.of(
                  "market",
                  EnumType.of(MarketChoice.values())
                      .also(MarketChoice.ON_DEMAND, "payg", "pay as you go", "à la demande")
                      .also(MarketChoice.SPOT, "preemptible", "interruptible", "low priority")
                      .also(MarketChoice.RESERVED, "reservation", "committed", "commitment")
                      .also(MarketChoice.ANY, "all", "tous")
                      .labelled(RentingParameters::name),
                  Msg.Parameter.market(),
                  Msg.Parameter.marketLabel())
              .in(Group.OFFERS)
              .defaultsTo("on_demand")
              .more()
              .inSlack("market", "marché"));

  public static final Parameter<Boolean> SPOT =
      DEFINED.add(
          Parameter.of("spot", new FlagType(), Msg.Parameter.spot(), Msg.Parameter.spotLabel())
              .in(Group.OFFERS)
              .defaultsTo("false")
              .inSlack("spot"));

  public static final Parameter<Whereabouts> REGION =
      DEFINED.add(
          Parameter.of(
                  "region", new PlaceName(), Msg.Parameter.region(), Msg.Parameter.regionLabel())
              .in(Group.OFFERS)
              .repeated()
              .defaultsTo("any")
              .more()
              .inSlack("region", "région"));

  public static final Parameter<CardsWanted> CARDS =
      DEFINED.add(
          Parameter.of(
                  "card",
                  new CardsWantedName(Optional.of(MOST_GPUS)),
                  Msg.Parameter.cardRented(),
                  Msg.Parameter.cardRentedLabel())
              .in(Group.OFFERS)
              .repeated()
              .more()
              .forExample("L40S")
              .inSlack("card", "carte"));

  public static final Parameter<BigDecimal> BUDGET_PER_HOUR =
      DEFINED.add(
          dollars(
                  "budget_per_hour",
                  Dimension.USD_PER_HOUR,
                  Msg.Parameter.budgetPerHour(),
                  Msg.Parameter.budgetPerHourLabel())
              .in(Group.RENTING)
              .first(Msg.Parameter.budgetPerHourHint())
              .inSlack("budget"));

  public static final Parameter<BigDecimal> BUDGET_PER_MONTH =
      DEFINED.add(
          dollars(
                  "budget_per_month",
                  Dimension.USD_PER_MONTH,
                  Msg.Parameter.budgetPerMonth(),
                  Msg.Parameter.budgetPerMonthLabel())
              .in(Group.RENTING)
              .more()
              .inSlack("budget"));

  public static final Parameter<BigDecimal> HOURS_PER_MONTH =
      DEFINED.add(
          Parameter.of(
                  "hours_per_month",
                  NumberType.decimal("0.01", "744", Dimension.HOURS_PER_MONTH),
                  Msg.Parameter.hoursPerMonth(),
                  Msg.Parameter.hoursPerMonthLabel())
              .in(Group.RENTING)
              .defaultsTo(730)
              .more()
              .inSlack("hours", "heures"));

  public static final Parameter<Supply> MIN_SUPPLY =
      DEFINED.add(
          Parameter.of(
                  "min_supply",
                  EnumType.of(List.of(Supply.LOW, Supply.MEDIUM, Supply.HIGH))
                      .also(Supply.HIGH, "élevée", "elevee", "haute")
                      .also(Supply.MEDIUM, "med", "moyenne")
                      .also(Supply.LOW, "faible", "basse")
                      .labelled(Reasons::supply),
                  Msg.Parameter.minSupply(),
                  Msg.Parameter.minSupplyLabel())
              .in(Group.RENTING)
              .more()
              .inSlack("supply", "dispo", "disponibilité"));

  public static final Parameter<Integer> MAX_GPUS =
      DEFINED.add(
          Parameter.of(
                  MOST_GPUS,
                  NumberType.whole(1, Hardware.MAX_GPUS, Dimension.COUNT),
                  Msg.Parameter.maxGpus(),
                  Msg.Parameter.maxGpusLabel())
              .in(Group.RENTING)
              .defaultsTo(1)
              .more()
              .forExample("2")
              .inSlack("gpus", "gpu"));

  public static final Parameter<BigDecimal> MIN_TOKENS_PER_SECOND =
      DEFINED.add(
          Parameter.of(
                  "min_tokens_per_second",
                  NumberType.decimal("0.1", "100000", Dimension.TOKENS_PER_SECOND),
                  Msg.Parameter.minTokensPerSecond(),
                  Msg.Parameter.minTokensPerSecondLabel())
              .in(Group.RENTING)
              .more()
              .inSlack("speed", "vitesse"));

  public static final Parameter<RankBy> RANK_BY =
      DEFINED.add(
          Parameter.of(
                  "rank_by",
                  EnumType.of(RankBy.values())
                      .also(RankBy.PRICE, "cheapest", "cost", "cheap", "prix")
                      .also(RankBy.SPEED, "fastest", "fast", "performance", "latency", "vitesse")
                      .also(RankBy.COST_PER_TOKEN, "price_per_token", "value", "efficiency")
                      .labelled(RentingParameters::name),
                  Msg.Parameter.rankBy(),
                  Msg.Parameter.rankByLabel())
              .in(Group.RENTING)
              .defaultsTo("price")
              .more()
              .inSlack("rank", "tri"));

  public static final Parameter<Rented> CURRENT =
      DEFINED.add(
          Parameter.of(
                  "current",
                  new RentedName(),
                  Msg.Parameter.current(),
                  Msg.Parameter.currentLabel())
              .in(Group.MOVING)
              .first(Msg.Parameter.currentHint())
              .inSlack("vs", "current"));

  public static final Parameter<BigDecimal> CURRENT_PRICE_PER_HOUR =
      DEFINED.add(
          Parameter.of(
                  "current_price_per_hour",
                  NumberType.decimal("0", MOST_DOLLARS, Dimension.USD_PER_HOUR_PAID),
                  Msg.Parameter.currentPricePerHour(),
                  Msg.Parameter.currentPricePerHourLabel())
              .in(Group.MOVING)
              .first(Msg.Parameter.currentPricePerHourHint()));

  public static final Parameter<BigDecimal> STARTS_PER_HOUR =
      DEFINED.add(
          Parameter.of(
                  "starts_per_hour",
                  NumberType.decimal("0", "3600", Dimension.PER_HOUR),
                  Msg.Parameter.startsPerHour(),
                  Msg.Parameter.startsPerHourLabel())
              .in(Group.MOVING)
              .defaultsTo(1)
              .more()
              .inSlack("starts"));

  public static final Parameter<BigDecimal> STARTUP_SECONDS =
      seconds(
          "startup_seconds",
          "startup",
          Msg.Parameter.startupSeconds(),
          Msg.Parameter.startupSecondsLabel());
  public static final Parameter<BigDecimal> IDLE_SECONDS =
      seconds(
          "idle_seconds", "idle", Msg.Parameter.idleSeconds(), Msg.Parameter.idleSecondsLabel());

  private RentingParameters() {}

  private static Parameter<BigDecimal> dollars(
      String name, Dimension dimension, Message description, Message label) {
    return Parameter.of(
        name, NumberType.decimal(LEAST_DOLLARS, MOST_DOLLARS, dimension), description, label);
  }

  private static Parameter<BigDecimal> seconds(
      String name, String word, Message description, Message label) {
    return DEFINED.add(
        Parameter.of(name, NumberType.decimal("0", "3600", Dimension.SECONDS), description, label)
            .in(Group.MOVING)
            .defaultsTo(0)
            .more()
            .inSlack(word));
  }

  private static Message name(MarketChoice market) {
    return switch (market) {
      case ON_DEMAND -> Msg.Market.onDemand();
      case SPOT -> Msg.Market.spot();
      case RESERVED -> Msg.Market.reserved();
      case ANY -> Msg.Market.any();
    };
  }

  private static Message name(RankBy rankBy) {
    return switch (rankBy) {
      case PRICE -> Msg.Page.rankByPrice();
      case COST_PER_TOKEN -> Msg.Page.rankByCostPerToken();
      case SPEED -> Msg.Page.rankBySpeed();
    };
  }
}
