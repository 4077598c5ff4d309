package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Message;
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

  /**
   * The price lists that are asked for, with what they sell on demand: the default one where none
   * is named.
   */
  public static List<PriceList> priceLists(Inputs inputs) {
    return named(inputs).stream()
        .map(list -> list.only(offer -> offer.sale().market() == Market.ON_DEMAND))
        .toList();
  }

  private static List<PriceList> named(Inputs inputs) {
    List<ProviderName> named = inputs.all(RentingParameters.PROVIDERS).stream().distinct().toList();
    if (named.isEmpty()) {
      return List.of(inputs.catalog().defaultPriceList());
    }
    return named.stream().anyMatch(name -> name.list().isEmpty())
        ? inputs.catalog().priceLists().all()
        : named.stream().flatMap(name -> name.list().stream()).toList();
  }

  record Type(CatalogName<PriceList> names) implements ValueType<ProviderName> {

    static Type type() {
      return new Type(CatalogName.ofFew(Catalog::priceLists, Msg.Fault.unknownProvider(), ALL));
    }

    @Override
    public Parsed<ProviderName> parse(String text, Vocabulary in) {
      if (NameIndex.key(text).equals(ALL)) {
        return Parsed.value(new ProviderName(Optional.empty()));
      }
      Parsed<PriceList> parsed = names.parse(text, in);
      if (parsed instanceof Parsed.Value<PriceList> value) {
        return Parsed.value(new ProviderName(Optional.of(value.value())), value.meant());
      }
      Parsed.Refused<PriceList> refused = (Parsed.Refused<PriceList>) parsed;
      List<String> allowed = refused.allowed().isEmpty() ? List.of() : allowed(in);
      return new Parsed.Refused<>(refused.detail(), allowed, refused.nearest());
    }

    @Override
    public Shape shape(Vocabulary in) {
      return new Shape.Choice(allowed(in));
    }

    @Override
    public String example() {
      return names.example();
    }

    @Override
    public Optional<Message> label(String value, Vocabulary in) {
      return Optional.of(
          in.catalog()
              .priceLists()
              .find(value)
              .map(list -> Msg.Page.providerName(list.name()))
              .orElseGet(Msg.Page::allProviders));
    }

    private List<String> allowed(Vocabulary in) {
      return Stream.concat(in.catalog().priceLists().ids().stream(), Stream.of(ALL)).toList();
    }
  }
}
