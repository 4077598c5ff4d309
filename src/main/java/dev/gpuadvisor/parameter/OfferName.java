package dev.gpuadvisor.parameter;

import static java.math.RoundingMode.HALF_UP;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Machine;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An offer by its name. Whoever names a card instead is told which offers have it.
 *
 * @param cardsToo whether a card stands for the cheapest offer with it
 */
record OfferName(boolean cardsToo) implements LimitedText<Offer> {

  private static final int MOST_NEAREST = 5;
  private static final Comparator<Offer> CHEAPEST =
      Comparator.comparing(
          offer -> offer.usdPerHour().divide(BigDecimal.valueOf(offer.gpus()), 9, HALF_UP));

  @Override
  public Parsed<Offer> parseObject(Optional<ConfigFields> object, Vocabulary in) {
    return Parsed.refused(Msg.Fault.ownOfferHere());
  }

  @Override
  public Parsed<Offer> read(String text, Vocabulary in) {
    Optional<Offer> offer = in.catalog().offers().find(text);
    if (offer.isPresent()) {
      return Parsed.value(offer.get());
    }
    List<Offer> provided = ofProvider(text, in);
    if (provided.size() == 1) {
      return Parsed.value(provided.get(0), provided.get(0).id());
    }
    if (!provided.isEmpty()) {
      return cardsToo ? cheapest(text, Collections.min(provided, CHEAPEST)) : severalOf(provided);
    }
    Optional<Machine> machine = in.lexicon().machine(text);
    if (machine.isPresent()) {
      return new Parsed.Refused<>(
          Msg.Fault.machineWithoutPrice(machine.get().card().name(), machine.get().gpus()),
          List.of(),
          withCard(Optional.of(machine.get().card().id()), machine.get().gpus(), in));
    }
    Optional<Offer> cheapest =
        cardsToo
            ? CardsWantedName.all(in.lexicon().cards(text)).flatMap(all -> cheapest(all, in))
            : Optional.empty();
    if (cheapest.isPresent()) {
      return cheapest(text, cheapest.get());
    }
    Optional<Cards> cards = in.lexicon().cards(text).meaning();
    List<String> having =
        withCard(cards.map(each -> each.card().id()), cards.flatMap(Cards::gpus).orElse(1), in);
    if (having.isEmpty() && cards.isPresent()) {
      return Parsed.refused(Msg.Fault.cardWithoutOffer(cards.get().card().name()));
    }
    return having.isEmpty()
        ? new Parsed.Refused<>(
            Msg.Fault.unknownOffer(), in.catalog().offers().ids(), near(text, in))
        : new Parsed.Refused<>(Msg.Fault.cardForOffer(), List.of(), having);
  }

  private static Parsed<Offer> cheapest(String text, Offer offer) {
    Message note = Msg.ReadAs.cheapest(offer.id(), text);
    return new Parsed.Value<>(offer, offer.id(), Optional.of(note), Map.of());
  }

  /** To be asked which. */
  static <T> Parsed<T> severalOf(List<Offer> offers) {
    List<String> ids = offers.stream().map(Offer::id).limit(MOST_NEAREST).toList();
    return new Parsed.Refused<>(Msg.Fault.cardForOffer(), List.of(), ids);
  }

  /**
   * Of one GPU unless the name says how many, at once or put together; none that may turn out to be
   * another card.
   */
  private static Optional<Offer> cheapest(CardsWanted wanted, Vocabulary in) {
    int gpus = wanted.gpus().orElse(1);
    List<Offer> having =
        in.catalog().offers().all().stream()
            .filter(offer -> offer.sale().market() == Market.ON_DEMAND)
            .filter(wanted::isAllOf)
            .toList();
    return having.stream()
        .filter(offer -> offer.gpus() == gpus)
        .min(CHEAPEST)
        .or(() -> having.stream().filter(offer -> canBe(offer, gpus)).min(CHEAPEST))
        .or(() -> having.stream().min(CHEAPEST));
  }

  /** Whether units of an offer come to so many GPUs. */
  static boolean canBe(Offer offer, int gpus) {
    return gpus % offer.gpus() == 0 && gpus / offer.gpus() <= offer.maxUnits();
  }

  /** {@code L40S runpod}: what a provider has on demand with just that card. */
  static List<Offer> ofProvider(String text, Vocabulary in) {
    return ProvidedName.of(text, in)
        .flatMap(
            name ->
                CardsWantedName.all(in.lexicon().cards(name.rest())).stream()
                    .map(wanted -> ofProvider(name, wanted)))
        .findFirst()
        .orElse(List.of());
  }

  private static List<Offer> ofProvider(ProvidedName name, CardsWanted wanted) {
    return name.lists().stream()
        .flatMap(list -> list.offers().stream())
        .filter(offer -> offer.sale().market() == Market.ON_DEMAND)
        .filter(offer -> offer.gpus() == wanted.gpus().orElse(1))
        .filter(offer -> offer.cards().stream().allMatch(wanted::has))
        .toList();
  }

  private static List<String> near(String text, Vocabulary in) {
    List<String> family =
        in.lexicon().nearestMachines(text).stream()
            .filter(id -> in.catalog().offers().find(id).isPresent())
            .toList();
    return family.isEmpty() ? in.catalog().offers().nearest(text, MOST_NEAREST) : family;
  }

  /** Offers with the card, those of as many GPUs first. */
  static List<String> withCard(Optional<String> card, int gpus, Vocabulary in) {
    if (card.isEmpty()) {
      return List.of();
    }
    List<Offer> having =
        in.catalog().offers().all().stream()
            .filter(offer -> offer.cards().stream().anyMatch(each -> each.id().equals(card.get())))
            .toList();
    return Stream.concat(
            having.stream().filter(offer -> offer.gpus() == gpus),
            having.stream().filter(offer -> offer.gpus() != gpus))
        .map(Offer::id)
        .limit(MOST_NEAREST)
        .toList();
  }

  @Override
  public Shape shape(Vocabulary in) {
    return cardsToo ? new Shape.Text(LONGEST_NAME) : new Shape.Choice(in.catalog().offers().ids());
  }

  @Override
  public String example() {
    return "AMPERE_24";
  }
}
