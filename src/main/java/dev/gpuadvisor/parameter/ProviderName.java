package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose offers to look at.
 *
 * @param list empty for those of all providers
 */
public record ProviderName(Optional<PriceList> list) {

  /** What stands for every provider. */
  public static final String ALL = "all";

  /** The price lists that are asked for: the default one where none is named. */
  public static List<PriceList> priceLists(Inputs inputs) {
    List<ProviderName> named = inputs.all(Parameters.PROVIDERS).stream().distinct().toList();
    if (named.isEmpty()) {
      return List.of(BundledCatalog.catalog().defaultPriceList());
    }
    return named.stream().anyMatch(name -> name.list().isEmpty())
        ? BundledCatalog.catalog().priceLists().all()
        : named.stream().flatMap(name -> name.list().stream()).toList();
  }

  record Type(CatalogName<PriceList> names) implements ValueType<ProviderName> {

    static Type of(Catalog catalog) {
      return new Type(CatalogName.ofFew(catalog.priceLists(), Msg.Fault.unknownProvider()));
    }

    @Override
    public Parsed<ProviderName> parse(String text) {
      if (NameIndex.key(text).equals(ALL)) {
        return Parsed.value(new ProviderName(Optional.empty()));
      }
      Parsed<PriceList> parsed = names.parse(text);
      if (parsed instanceof Parsed.Value<PriceList> value) {
        return Parsed.value(new ProviderName(Optional.of(value.value())));
      }
      Parsed.Refused<PriceList> refused = (Parsed.Refused<PriceList>) parsed;
      List<String> allowed = refused.allowed().isEmpty() ? List.of() : allowed();
      return new Parsed.Refused<>(refused.detail(), allowed, refused.nearest());
    }

    @Override
    public Shape shape() {
      return new Shape.EnumType(allowed());
    }

    private List<String> allowed() {
      return Stream.concat(names.index().ids().stream(), Stream.of(ALL)).toList();
    }
  }
}
