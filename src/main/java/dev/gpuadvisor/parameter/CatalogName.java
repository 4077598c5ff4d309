package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.function.Function;

/**
 * A name of something in the catalogue.
 *
 * @param index where the catalogue has them
 * @param unknown what is said of a name that nothing has
 * @param listed whether there are few enough to list them all to whoever misses
 * @param example one of them
 * @param label what else it is called; where fields complete to names, it stands beside them
 */
record CatalogName<T>(
    Function<Catalog, NameIndex<T>> index,
    Message unknown,
    boolean listed,
    String example,
    Function<T, String> label)
    implements ValueType<T> {

  static final int LONGEST = 200;
  private static final int MOST_NEAREST = 5;

  static <T> CatalogName<T> ofMany(
      Function<Catalog, NameIndex<T>> index,
      Message unknown,
      String example,
      Function<T, String> label) {
    return new CatalogName<>(index, unknown, false, example, label);
  }

  static <T> CatalogName<T> ofFew(
      Function<Catalog, NameIndex<T>> index, Message unknown, String example) {
    return new CatalogName<>(index, unknown, true, example, Object::toString);
  }

  @Override
  public Parsed<T> parse(String text, Vocabulary in) {
    if (text.length() > LONGEST) {
      return Parsed.refused(Msg.Fault.tooLong(LONGEST));
    }
    return in(in).find(text).<Parsed<T>>map(Parsed::value).orElseGet(() -> unknown(text, in));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return listed ? new Shape.Choice(in(in).ids()) : new Shape.Text(LONGEST);
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    NameIndex<T> names = in(in);
    return names.ids().stream()
        .filter(id -> !listed)
        .map(id -> new Named(id, label.apply(names.find(id).orElseThrow())))
        .toList();
  }

  private NameIndex<T> in(Vocabulary vocabulary) {
    return index.apply(vocabulary.catalog());
  }

  private Parsed<T> unknown(String text, Vocabulary in) {
    return new Parsed.Refused<>(
        unknown, listed ? in(in).ids() : List.of(), in(in).nearest(text, MOST_NEAREST));
  }
}
