package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.text.Message;
import java.util.List;

/**
 * A name of something in the catalogue.
 *
 * @param kind of thing, for the message: {@code model}, {@code offer}, ...
 * @param listed whether there are few enough to list them all to whoever misses
 */
record CatalogName<T>(NameIndex<T> index, String kind, boolean listed) implements ValueType<T> {

  static final int LONGEST = 200;
  private static final int MOST_NEAREST = 5;

  static <T> CatalogName<T> ofMany(NameIndex<T> index, String kind) {
    return new CatalogName<>(index, kind, false);
  }

  static <T> CatalogName<T> ofFew(NameIndex<T> index, String kind) {
    return new CatalogName<>(index, kind, true);
  }

  @Override
  public Parsed<T> parse(String text) {
    if (text.length() > LONGEST) {
      return Parsed.refused(Message.of("fault.too_long").count("most", LONGEST));
    }
    return index.find(text).<Parsed<T>>map(Parsed::value).orElseGet(() -> unknown(text));
  }

  @Override
  public Shape shape() {
    return listed ? new Shape.EnumType(index.ids()) : new Shape.Text(LONGEST);
  }

  private Parsed<T> unknown(String text) {
    Message detail = Message.of("fault.unknown_" + kind);
    return new Parsed.Refused<>(
        detail, listed ? index.ids() : List.of(), index.nearest(text, MOST_NEAREST));
  }
}
