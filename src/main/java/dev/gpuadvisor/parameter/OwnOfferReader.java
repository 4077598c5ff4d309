package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Billing;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.Sale;
import dev.gpuadvisor.catalog.Stock;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.catalog.Terms;
import dev.gpuadvisor.catalog.Tier;
import dev.gpuadvisor.money.Purchase;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads one offer of the caller's own, with all that is wrong with it. */
final class OwnOfferReader {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal DEFAULT_YEARS = BigDecimal.valueOf(3);
  private static final BigDecimal DEFAULT_USD_PER_KWH = new BigDecimal("0.15");
  private static final int DECIMALS = 12;
  private static final Provenance CALLER = new Provenance(List.of(), List.of(), "");

  private final Map<String, String> written;
  private final Vocabulary in;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, String> implied = new HashMap<>();
  private Optional<Message> note = Optional.empty();
  private String meant = "";
  private Optional<Message> assumed = Optional.empty();

  /**
   * @param written the fields that are given
   */
  OwnOfferReader(Map<String, String> written, Vocabulary in) {
    this.written = written;
    this.in = in;
  }

  /** The fields of an object. */
  static Map<String, String> written(ConfigFields object) {
    Map<String, String> fields = new TreeMap<>();
    object.names().forEach(name -> fields.put(name, object.written(name)));
    return fields;
  }

  Parsed<Offer> read() {
    Stream<String> known = OwnOfferFields.all().stream().map(Parameter::name);
    List<String> names = known.toList();
    written.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                faults.add(new Fault(name, "", Msg.Fault.unknownParameter(), names, List.of())));
    return offer(usdPerHour());
  }

  /** Of a line that ends with a price, of whatever time. */
  Parsed<Offer> at(String price) {
    NumberType<BigDecimal> type = NumberType.decimal("0", "1000000", Dimension.USD_PER_HOUR_PAID);
    return offer(noted(OwnOfferFields.USD_PER_HOUR.name(), price, type.parse(price, in)));
  }

  private Parsed<Offer> offer(Optional<BigDecimal> usdPerHour) {
    Optional<Card> card = one(OwnOfferFields.CARD);
    if (card.isEmpty() && !written.containsKey(OwnOfferFields.CARD.name())) {
      fault(OwnOfferFields.CARD, Msg.Fault.missing());
    }
    int gpus = gpus();
    Optional<String> id = one(OwnOfferFields.ID);
    int units = one(OwnOfferFields.MAX_UNITS).orElse(1);
    boolean scales = one(OwnOfferFields.SCALES_TO_ZERO).orElse(false);
    if (!faults.isEmpty()) {
      return new Parsed.Faulty<>(List.copyOf(faults));
    }
    Offer offer =
        new Offer(
            id.orElseGet(() -> OwnOfferType.named(card.get(), gpus)),
            PriceList.OWN,
            List.of(card.get()),
            gpus,
            units,
            card.get().nominalGb() * gpus,
            usdPerHour.orElseThrow(),
            new Terms(Billing.PER_SECOND, scales),
            Stock.of(Supply.HIGH),
            Tier.STANDARD,
            Sale.ON_DEMAND,
            Optional.empty(),
            CALLER);
    return assumed
        .map(assumption -> told(offer, Msg.ReadAs.ownOffer(assumption, offer.id())))
        .orElseGet(() -> new Parsed.Value<>(offer, meant, note, Map.of()));
  }

  /** With what was assumed of it; behind what is to be known of its card. */
  private Parsed<Offer> told(Offer offer, Message assumption) {
    Message both = note.map(card -> Msg.Load.joined(assumption, card)).orElse(assumption);
    String price = offer.id() + " at " + offer.usdPerHour().toPlainString() + "/h";
    return new Parsed.Value<>(offer, price, Optional.of(both), Map.of());
  }

  /** As many as the name of the card says, {@code 2x RTX 3090}, times those that are given. */
  private int gpus() {
    int named = Integer.parseInt(implied.getOrDefault("gpus", "1"));
    int gpus = named * one(OwnOfferFields.GPUS).orElse(1);
    if (gpus > Hardware.MAX_GPUS) {
      fault(OwnOfferFields.GPUS, Msg.Fault.tooManyGpus(Hardware.MAX_GPUS));
    }
    return gpus;
  }

  /** Rent, the share of a purchase, and power, as far as they are given. */
  private Optional<BigDecimal> usdPerHour() {
    List<Parameter<?>> rates =
        Stream.<Parameter<?>>of(
                OwnOfferFields.USD_PER_HOUR,
                OwnOfferFields.USD_PER_SECOND,
                OwnOfferFields.USD_PER_MONTH)
            .filter(this::isGiven)
            .toList();
    if (rates.size() > 1) {
      fault(rates.get(1), Msg.Fault.ownPriceTwice(rates.get(0).name()));
    }
    boolean owned =
        isGiven(OwnOfferFields.PURCHASE_USD)
            || isGiven(OwnOfferFields.WATTS)
            || isGiven(OwnOfferFields.USD_PER_KWH);
    if (rates.isEmpty() && !owned) {
      fault(OwnOfferFields.USD_PER_HOUR, Msg.Fault.ownPrice());
    }
    BigDecimal second = one(OwnOfferFields.USD_PER_SECOND).orElse(BigDecimal.ZERO);
    BigDecimal month = one(OwnOfferFields.USD_PER_MONTH).orElse(BigDecimal.ZERO);
    BigDecimal rent =
        one(OwnOfferFields.USD_PER_HOUR)
            .orElse(second.multiply(SECONDS_PER_HOUR))
            .add(month.divide(Usage.HOURS_OF_A_MONTH, DECIMALS, RoundingMode.HALF_UP));
    Purchase purchase = purchase();
    assumed = owned ? assumed(purchase) : Optional.empty();
    BigDecimal all = rent.add(purchase.price().perHour()).stripTrailingZeros();
    return Optional.of(all.scale() < 0 ? all.setScale(0) : all);
  }

  private Purchase purchase() {
    return new Purchase(
        one(OwnOfferFields.PURCHASE_USD).orElse(BigDecimal.ZERO),
        one(OwnOfferFields.YEARS).orElse(DEFAULT_YEARS),
        one(OwnOfferFields.WATTS).orElseGet(this::watts),
        one(OwnOfferFields.USD_PER_KWH).orElse(DEFAULT_USD_PER_KWH));
  }

  /** What the cards draw at most, where only the price of power is given. */
  private BigDecimal watts() {
    return isGiven(OwnOfferFields.USD_PER_KWH)
        ? one(OwnOfferFields.CARD)
            .map(card -> BigDecimal.valueOf((long) card.tdpWatts() * gpus()))
            .orElse(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /** What is counted of hardware of one's own without having been said. */
  private Optional<Message> assumed(Purchase purchase) {
    boolean bought = isGiven(OwnOfferFields.PURCHASE_USD);
    boolean powered = purchase.watts().signum() > 0;
    boolean termSaid = !bought || isGiven(OwnOfferFields.YEARS);
    boolean powerSaid = isGiven(OwnOfferFields.WATTS) && isGiven(OwnOfferFields.USD_PER_KWH);
    if (termSaid && (powerSaid || isGiven(OwnOfferFields.WATTS) && !powered)) {
      return Optional.empty();
    }
    Message power =
        powered
            ? Msg.ReadAs.ownPower(purchase.usdPerKwh(), purchase.watts())
            : Msg.ReadAs.ownWithoutPower();
    return Optional.of(
        bought ? Msg.ReadAs.owned(power, purchase.years()) : Msg.ReadAs.ownedAlready(power));
  }

  private boolean isGiven(Parameter<?> field) {
    return written.containsKey(field.name());
  }

  private <T> Optional<T> one(Parameter<T> field) {
    String text = written.get(field.name());
    return text == null
        ? Optional.empty()
        : noted(field.name(), text, field.type().parse(text.strip(), in));
  }

  private <T> Optional<T> noted(String field, String text, Parsed<T> parsed) {
    if (parsed instanceof Parsed.Value<T> value) {
      implied.putAll(value.implied());
      if (value.note().isPresent()) {
        note = value.note();
        meant = value.meant();
      }
      return Optional.of(value.value());
    }
    Parsed.Refused<T> refused = (Parsed.Refused<T>) parsed;
    add(new Fault(field, text, refused.detail(), refused.allowed(), refused.nearest()));
    return Optional.empty();
  }

  private void fault(Parameter<?> field, Message detail) {
    add(Fault.of(field.name(), written.getOrDefault(field.name(), ""), detail));
  }

  /** A field may be read several times. */
  private void add(Fault fault) {
    if (faults.stream().noneMatch(other -> other.parameter().equals(fault.parameter()))) {
      faults.add(fault);
    }
  }
}
