package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Exchange;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known before anything else is read: what a currency is worth, as amounts may be in
 * it, and the caller's own offers, as what runs now may be one of them.
 */
final class Scene {

  private Scene() {}

  /** Whether it is read before the others. */
  static boolean isFirst(Parameter<?> parameter) {
    return parameter == PriceParameters.OWN_OFFERS
        || parameter == PriceParameters.CURRENCY
        || parameter == PriceParameters.USD_PER_UNIT;
  }

  /** Whether the hub's own repository is asked for, as far as it can be told. */
  static boolean exact(Arguments arguments) {
    List<String> texts = arguments.get(Parameters.EXACT.name());
    return texts.size() == 1 && FlagType.isYes(texts.get(0));
  }

  /** The rate, where another currency is asked for. */
  static Optional<Exchange> exchange(Inputs inputs) {
    if (!inputs.isAsked(PriceParameters.CURRENCY)
        && !inputs.isAsked(PriceParameters.USD_PER_UNIT)) {
      return Optional.empty();
    }
    inputs.read(PriceParameters.CURRENCY);
    inputs.read(PriceParameters.USD_PER_UNIT);
    String currency = inputs.value(PriceParameters.CURRENCY);
    Optional<BigDecimal> usdPerUnit = inputs.one(PriceParameters.USD_PER_UNIT);
    if (inputs.isFaulty(PriceParameters.CURRENCY)
        || inputs.isFaulty(PriceParameters.USD_PER_UNIT)) {
      return Optional.empty();
    }
    if (currency.equals(Currencies.USD)) {
      if (usdPerUnit.filter(rate -> rate.compareTo(BigDecimal.ONE) != 0).isPresent()) {
        inputs.fault(PriceParameters.USD_PER_UNIT, Msg.Fault.rateOfWhat());
      }
      return Optional.empty();
    }
    if (usdPerUnit.isEmpty()) {
      inputs.fault(PriceParameters.USD_PER_UNIT, Msg.Fault.rateMissing(currency));
    }
    return usdPerUnit.map(rate -> new Exchange(currency, rate));
  }

  /** The caller's offers; none where a name is taken. */
  static List<Offer> own(Inputs inputs) {
    if (!inputs.isAsked(PriceParameters.OWN_OFFERS)) {
      return List.of();
    }
    inputs.read(PriceParameters.OWN_OFFERS);
    List<Offer> own = inputs.all(PriceParameters.OWN_OFFERS);
    if (inputs.hasFaults(PriceParameters.OWN_OFFERS)) {
      return List.of();
    }
    Set<String> names = new HashSet<>();
    boolean distinct = true;
    for (int i = 0; i < own.size(); i++) {
      String id = own.get(i).id();
      if (!names.add(NameIndex.key(id)) || inputs.catalog().offers().find(id).isPresent()) {
        String path = PriceParameters.OWN_OFFERS.name() + "[" + i + "].id";
        inputs.fault(Fault.of(path, id, Msg.Fault.ownNameTaken()));
        distinct = false;
      }
    }
    return distinct ? own : List.of();
  }
}
