package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;

/** The fields of an offer of one's own, each read as a parameter of its type is. */
final class OwnOfferFields {

  static final Definitions DEFINED = new Definitions();

  private static final String MOST_DOLLARS = "1000000";
  private static final String MOST_PRICE = "100000000";

  static final Parameter<String> ID = field("id", new OwnOfferName(), Msg.OwnOffer.id());
  static final Parameter<Card> CARD = field("card", new CardName(), Msg.OwnOffer.card());
  static final Parameter<Integer> GPUS =
      field("gpus", NumberType.whole(1, Hardware.MAX_GPUS, Dimension.COUNT), Msg.OwnOffer.gpus());
  static final Parameter<Integer> MAX_UNITS =
      field(
          "max_units",
          NumberType.whole(1, Hardware.MAX_GPUS, Dimension.COUNT),
          Msg.OwnOffer.maxUnits());
  static final Parameter<BigDecimal> USD_PER_HOUR =
      dollars("usd_per_hour", Dimension.USD_PER_HOUR, Msg.OwnOffer.usdPerHour());
  static final Parameter<BigDecimal> USD_PER_SECOND =
      dollars("usd_per_second", Dimension.USD_PER_SECOND, Msg.OwnOffer.usdPerSecond());
  static final Parameter<BigDecimal> USD_PER_MONTH =
      dollars("usd_per_month", Dimension.USD_PER_MONTH, Msg.OwnOffer.usdPerMonth());
  static final Parameter<BigDecimal> PURCHASE_USD =
      field(
          "purchase_usd",
          NumberType.decimal("0", MOST_PRICE, Dimension.USD),
          Msg.OwnOffer.purchaseUsd());
  static final Parameter<BigDecimal> YEARS =
      field("years", NumberType.decimal("0.1", "20", Dimension.YEARS), Msg.OwnOffer.years());
  static final Parameter<BigDecimal> WATTS =
      field("watts", NumberType.decimal("0", "1000000", Dimension.WATTS), Msg.OwnOffer.watts());
  static final Parameter<BigDecimal> USD_PER_KWH =
      field(
          "usd_per_kwh",
          NumberType.decimal("0", "100", Dimension.USD_PER_KWH),
          Msg.OwnOffer.usdPerKwh());
  static final Parameter<Boolean> SCALES_TO_ZERO =
      field("scales_to_zero", new FlagType(), Msg.OwnOffer.scalesToZero());

  private OwnOfferFields() {}

  static List<Parameter<?>> all() {
    return DEFINED.all();
  }

  private static Parameter<BigDecimal> dollars(
      String name, Dimension dimension, Message description) {
    return field(name, NumberType.decimal("0", MOST_DOLLARS, dimension), description);
  }

  private static <T> Parameter<T> field(String name, ValueType<T> type, Message description) {
    return DEFINED.add(Parameter.of(name, type, description, description));
  }
}
