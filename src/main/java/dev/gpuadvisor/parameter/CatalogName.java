package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;

/**
 * A name of something in the catalogue.
 *
 * @param unknown what is said of a name that nothing has
 * @param listed whether there are few enough to list them all to whoever misses
 */
record CatalogName<T>(NameIndex<T> index, Message unknown, boolean listed) implements ValueType<T> {

  static final int LONGEST = 200;
  private static final int MOST_NEAREST = 5;

  static <T> CatalogName<T> ofMany(NameIndex<T> index, Message unknown) {
    return new CatalogName<>(index, unknown, false);
  }

  static <T> CatalogName<T> ofFew(NameIndex<T> index, Message unknown) {
    return new CatalogName<>(index, unknown, true);
  }

  @Override
  public Parsed<T> parse(String text) {
    if (text.length() > LONGEST) {
      return Parsed.refused(Msg.Fault.tooLong(LONGEST));
    }
    return index.find(text).<Parsed<T>>map(Parsed::value).orElseGet(() -> unknown(text));
  }

  @Override
  public Shape shape() {
    return listed ? new Shape.EnumType(index.ids()) : new Shape.Text(LONGEST);
  }

  private Parsed<T> unknown(String text) {
    return new Parsed.Refused<>(
        unknown, listed ? index.ids() : List.of(), index.nearest(text, MOST_NEAREST));
  }
}
