package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Places;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** Where to rent: a continent, a country, or a region as its provider writes it. */
record PlaceName() implements LimitedText<Whereabouts> {

  @Override
  public Parsed<Whereabouts> read(String text, Vocabulary in) {
    Optional<String> other = Negation.in(text);
    if (other.isPresent()) {
      return read(other.get(), in) instanceof Parsed.Value<Whereabouts> value
              && !value.value().isAnywhere()
          ? Parsed.value(value.value().elsewhere(), Negation.PREFIX + value.value().name())
          : read(other.get(), in);
    }
    Places places = in.lexicon().places();
    return places
        .find(text)
        .<Parsed<Whereabouts>>map(
            place -> Parsed.value(place, place.name().equals(text) ? "" : place.name()))
        .orElseGet(
            () ->
                new Parsed.Refused<>(
                    Msg.Fault.unknownRegion(), places.names(), places.nearest(text)));
  }

  @Override
  public String example() {
    return "eu";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return in.lexicon().places().names().stream().map(name -> new Named(name, name)).toList();
  }
}
