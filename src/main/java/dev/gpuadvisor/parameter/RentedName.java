package dev.gpuadvisor.parameter;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Machine;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody rents today: an offer, whose price is known, or just a card; with what is paid for
 * it, where that stands behind it: {@code A10G at $1.00}.
 */
record RentedName() implements LimitedText<Rented> {

  private static final int MOST_NEAREST = 3;

  @Override
  public Parsed<Rented> read(String text, Vocabulary in) {
    Parsed<Rented> named = named(text, in);
    Optional<PaidName> paid =
        PaidName.of(text)
            .filter(each -> Quantity.read(each.price()).isPresent())
            .filter(each -> !(named instanceof Parsed.Value<Rented>) || isPrice(each.price(), in));
    return paid.map(each -> paid(each, in)).orElse(named);
  }

  /** In {@code A100 at 40 GB} it is none. */
  private static boolean isPrice(String text, Vocabulary in) {
    return RentingParameters.CURRENT_PRICE_PER_HOUR.type().parse(text, in.ofAnyMoney())
        instanceof Parsed.Value<?>;
  }

  private static Parsed<Rented> paid(PaidName paid, Vocabulary in) {
    Parsed<Rented> alone = named(paid.name(), in);
    return alone instanceof Parsed.Value<Rented> value
        ? new Parsed.Value<>(
            value.value(),
            value.value().name() + ", " + paid.price(),
            value.note(),
            Map.of(RentingParameters.CURRENT_PRICE_PER_HOUR.name(), paid.price()))
        : alone;
  }

  private static Parsed<Rented> named(String text, Vocabulary in) {
    Optional<Offer> offer = in.catalog().offers().find(text);
    if (offer.isPresent()) {
      return Parsed.value(new Rented.OfOffer(offer.get()));
    }
    Optional<Machine> machine = in.lexicon().machine(text);
    if (machine.isPresent()) {
      Machine held = machine.get();
      return Parsed.value(new Rented.OfCard(held.id(), held.card(), held.gpus()));
    }
    Parsed<Rented> parsed =
        new Names<>(text, in.lexicon().cards(text), Msg.Fault::unknownRented)
            .parsed(RentedName::rented, cards -> rented(cards).name(), cards -> Map.of());
    return parsed instanceof Parsed.Refused<Rented>
        ? provided(text, in).orElseGet(() -> refused(parsed, text, in))
        : parsed;
  }

  /** {@code AWS g5.2xlarge}, {@code A10G at Modal}: the provider says which offer it is. */
  private static Optional<Parsed<Rented>> provided(String text, Vocabulary in) {
    Optional<String> machine =
        ProvidedName.of(text, in)
            .map(ProvidedName::rest)
            .filter(
                rest ->
                    in.lexicon().machine(rest).isPresent()
                        || in.catalog().offers().find(rest).isPresent())
            .findFirst();
    if (machine.isPresent()) {
      return machine.map(name -> named(name, in));
    }
    List<Offer> offers = OfferName.ofProvider(text, in);
    return offers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            offers.size() > 1
                ? OfferName.severalOf(offers)
                : Parsed.value(new Rented.OfOffer(offers.get(0)), offers.get(0).id()));
  }

  private static Parsed<Rented> refused(Parsed<Rented> parsed, String text, Vocabulary in) {
    return parsed instanceof Parsed.Refused<Rented> refused && refused.nearest().isEmpty()
        ? new Parsed.Refused<>(refused.detail(), List.of(), nearest(text, in))
        : parsed;
  }

  private static Rented rented(Cards cards) {
    return Rented.OfCard.of(cards.card(), cards.gpus().orElse(1));
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

  /** Offers only: the lexicon has looked for cards already. */
  private static List<String> nearest(String text, Vocabulary in) {
    return NameIndex.meant(text, in.catalog().offers().ids()).stream().limit(MOST_NEAREST).toList();
  }
}
