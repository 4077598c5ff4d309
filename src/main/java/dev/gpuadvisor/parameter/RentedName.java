package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody rents today: an offer, whose price is known, or just a card. */
record RentedName() implements ValueType<Rented> {

  private static final int MOST_NEAREST = 3;

  @Override
  public Parsed<Rented> parse(String text, Vocabulary in) {
    if (text.length() > CatalogName.LONGEST) {
      return Parsed.refused(Msg.Fault.tooLong(CatalogName.LONGEST));
    }
    Optional<Rented> offer = in.catalog().offers().find(text).map(Rented.OfOffer::new);
    return offer
        .or(() -> in.catalog().cards().find(text).map(Rented.OfCard::new))
        .<Parsed<Rented>>map(Parsed::value)
        .orElseGet(
            () -> new Parsed.Refused<>(Msg.Fault.unknownRented(), List.of(), nearest(text, in)));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(CatalogName.LONGEST);
  }

  @Override
  public String example() {
    return "A10G";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return Stream.concat(
            in.catalog().offers().all().stream()
                .map(offer -> new Named(offer.id(), offer.provider())),
            in.catalog().cards().all().stream().map(card -> new Named(card.id(), card.name())))
        .toList();
  }

  private static List<String> nearest(String text, Vocabulary in) {
    return Stream.concat(
            in.catalog().cards().nearest(text, MOST_NEAREST).stream(),
            in.catalog().offers().nearest(text, MOST_NEAREST).stream())
        .toList();
  }
}
