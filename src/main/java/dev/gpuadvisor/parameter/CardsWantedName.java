package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.lexicon.Cards;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cards by a name that several may share: {@code H100} is wanted whatever its form.
 *
 * @param number the parameter that takes the number before a name; empty where offers are looked
 *     for that have so many in a unit
 */
record CardsWantedName(Optional<String> number) implements LimitedText<CardsWanted> {

  private static final NumberType<BigDecimal> MEMORY =
      NumberType.decimal("1", "1000", Dimension.GIB);

  /** Of offers that are looked for. */
  CardsWantedName() {
    this(Optional.empty());
  }

  private static final Pattern EITHER =
      Pattern.compile("\\s+(?:or|ou)\\s+|\\s*[,|]\\s*", Pattern.CASE_INSENSITIVE);

  @Override
  public Parsed<CardsWanted> read(String text, Vocabulary in) {
    String[] names = EITHER.split(text);
    return names.length > 1 ? either(List.of(names), in) : one(text, in);
  }

  /** {@code L4 or T4}. */
  private Parsed<CardsWanted> either(List<String> names, Vocabulary in) {
    List<CardsWanted> all = new ArrayList<>();
    for (String name : names) {
      Parsed<CardsWanted> parsed = one(name, in);
      if (!(parsed instanceof Parsed.Value<CardsWanted> value)) {
        return parsed;
      }
      all.add(value.value());
    }
    CardsWanted any = CardsWanted.any(all).orElseThrow();
    return Parsed.value(any, String.join(" or ", any.ids()));
  }

  private Parsed<CardsWanted> one(String text, Vocabulary in) {
    Optional<String> other = Negation.in(text);
    if (other.isPresent()) {
      Parsed<CardsWanted> parsed = one(other.get(), in);
      return parsed instanceof Parsed.Value<CardsWanted> value && !value.value().excluded()
          ? Parsed.value(
              value.value().others(), Negation.PREFIX + String.join(" or ", value.value().ids()))
          : parsed;
    }
    Optional<CardsWanted> large = ofMemory(text, in);
    if (large.isPresent()) {
      return Parsed.value(large.get(), String.join(" or ", large.get().ids()));
    }
    Reading<Cards> reading = in.lexicon().cards(text);
    return all(reading)
        .<Parsed<CardsWanted>>map(
            wanted ->
                new Parsed.Value<>(
                    wanted, meant(reading, wanted), Optional.empty(), implied(wanted)))
        .orElseGet(
            () ->
                new Names<>(text, reading, Msg.Fault::unknownCard)
                    .parsed(cards -> wanted(cards, List.of()), cards -> "", cards -> Map.of()));
  }

  /** {@code 80 GB}: every card that has so much. */
  private static Optional<CardsWanted> ofMemory(String text, Vocabulary in) {
    boolean unit = text.toLowerCase(Locale.ROOT).indexOf('g') > 0;
    if (!unit || !(MEMORY.parse(text, in) instanceof Parsed.Value)) {
      return Optional.empty();
    }
    String digits = text.strip().replaceAll("[^0-9].*", "");
    List<String> ids =
        in.catalog().cards().all().stream()
            .filter(card -> digits.equals(Integer.toString(card.nominalGb())))
            .map(Card::id)
            .toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(new CardsWanted(ids, Optional.empty()));
  }

  /** Every card that the name may mean; empty where it means none. */
  static Optional<CardsWanted> all(Reading<Cards> reading) {
    if (reading instanceof Reading.Several<Cards> several) {
      return Optional.of(new CardsWanted(several.ids(), Optional.empty()));
    }
    List<String> others =
        reading instanceof Reading.Taken<Cards> taken ? taken.others() : List.of();
    return reading.meaning().map(cards -> wanted(cards, others));
  }

  private static CardsWanted wanted(Cards cards, List<String> others) {
    List<String> ids = Stream.concat(Stream.of(cards.card().id()), others.stream()).toList();
    return new CardsWanted(ids, cards.gpus());
  }

  private Map<String, String> implied(CardsWanted wanted) {
    return number.isPresent() && wanted.gpus().isPresent()
        ? Map.of(number.get(), Integer.toString(wanted.gpus().get()))
        : Map.of();
  }

  private String meant(Reading<Cards> reading, CardsWanted wanted) {
    String count = wanted.gpus().map(gpus -> ", " + number.orElse("gpus") + "=" + gpus).orElse("");
    return reading instanceof Reading.Exact ? "" : String.join(" or ", wanted.ids()) + count;
  }

  @Override
  public String example() {
    return "H100";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return new CardName().offered(in);
  }
}
