package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody rents today: an offer, whose price is known, or just a card. */
record RentedName(NameIndex<Offer> offers, NameIndex<Card> cards) implements ValueType<Rented> {

  private static final int MOST_NEAREST = 3;

  static RentedName of(Catalog catalog) {
    return new RentedName(catalog.offers(), catalog.cards());
  }

  @Override
  public Parsed<Rented> parse(String text) {
    Optional<Rented> offer = offers.find(text).map(Rented.OfOffer::new);
    return offer
        .or(() -> cards.find(text).map(Rented.OfCard::new))
        .<Parsed<Rented>>map(Parsed::value)
        .orElseGet(() -> new Parsed.Refused<>(Msg.Fault.unknownRented(), List.of(), nearest(text)));
  }

  @Override
  public Shape shape() {
    return new Shape.Text(CatalogName.LONGEST);
  }

  private List<String> nearest(String text) {
    return Stream.concat(
            cards.nearest(text, MOST_NEAREST).stream(), offers.nearest(text, MOST_NEAREST).stream())
        .toList();
  }
}
