package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.money.Usage;
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

  /** What a month of it costs; of a card or a price alone nothing says that it ever stops. */
  public Bill bill(Usage usage) {
    return new Bill(new Price(usdPerHour), offer().map(Offer::terms), usage, 1, 0);
  }

  /** What to call it in a sentence. */
  public Message label() {
    return name().map(name -> Msg.Current.named(name)).orElse(Msg.Current.unnamed());
  }
}
