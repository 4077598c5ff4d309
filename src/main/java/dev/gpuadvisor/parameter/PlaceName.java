package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Places;
import dev.gpuadvisor.catalog.Whereabouts;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/** Where to rent: a continent, a country, or a region as its provider writes it. */
record PlaceName() implements ValueType<Whereabouts> {

  private static final Catalog BUNDLED = BundledCatalog.catalog();
  private static final Places PLACES = Places.of(BUNDLED);

  private static Places places(Vocabulary in) {
    return in.catalog() == BUNDLED ? PLACES : Places.of(in.catalog());
  }

  @Override
  public Parsed<Whereabouts> parse(String text, Vocabulary in) {
    if (text.length() > Names.LONGEST) {
      return Parsed.refused(Msg.Fault.tooLong(Names.LONGEST));
    }
    Places places = places(in);
    return places
        .find(text)
        .<Parsed<Whereabouts>>map(
            place -> Parsed.value(place, place.name().equals(text) ? "" : place.name()))
        .orElseGet(
            () ->
                new Parsed.Refused<>(
                    Msg.Fault.unknownRegion(),
                    places.names(),
                    NameIndex.meant(text, places.names())));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Text(Names.LONGEST);
  }

  @Override
  public String example() {
    return "eu";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return places(in).names().stream().map(name -> new Named(name, name)).toList();
  }
}
