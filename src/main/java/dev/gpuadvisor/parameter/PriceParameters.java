package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;

/** Prices that no list has: the caller's own offers, and other money than dollars. */
public final class PriceParameters {

  static final Definitions DEFINED = new Definitions();

  public static final Parameter<Offer> OWN_OFFERS =
      DEFINED.add(
          Parameter.of(
                  "offers",
                  new OwnOfferType(),
                  Msg.Parameter.offersOwn(),
                  Msg.Parameter.offersOwnLabel())
              .in(Group.OFFERS)
              .repeated()
              .more()
              .inSlack("offer", "offre", "quote"));

  public static final Parameter<String> CURRENCY =
      DEFINED.add(
          Parameter.of(
                  "currency",
                  new CurrencyName(),
                  Msg.Parameter.currency(),
                  Msg.Parameter.currencyLabel())
              .in(Group.RENTING)
              .defaultsTo(Currencies.USD)
              .more()
              .inSlack("currency", "devise"));

  public static final Parameter<BigDecimal> USD_PER_UNIT =
      DEFINED.add(
          Parameter.of(
                  "usd_per_unit",
                  NumberType.decimal("0.000001", "1000000", Dimension.USD),
                  Msg.Parameter.usdPerUnit(),
                  Msg.Parameter.usdPerUnitLabel())
              .in(Group.RENTING)
              .more()
              .forExample("1.08")
              .inSlack("rate", "taux"));

  private PriceParameters() {}
}
