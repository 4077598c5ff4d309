package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What runs today.
 *
 * @param rented empty where only its price is known
 */
public record Current(Optional<Rented> rented, BigDecimal usdPerHour) {

  public Optional<String> name() {
    return rented.map(Rented::name);
  }

  public Optional<Offer> offer() {
    return rented.flatMap(Rented::knownOffer);
  }

  /** What something at another price saves an hour; negative where it costs more. */
  BigDecimal savedPerHour(Price other) {
    return usdPerHour.subtract(other.perHour());
  }

  /** The same in percent of what is paid now, to one decimal. */
  public BigDecimal savedPercent(Price other) {
    return Price.percentOf(savedPerHour(other), usdPerHour);
  }

  /** What to call it in a sentence. */
  public Message label() {
    return name().map(name -> Msg.Current.named(name)).orElse(Msg.Current.unnamed());
  }
}
