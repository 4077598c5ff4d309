package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose offers to look at.
 *
 * @param lists of one provider, who may have several; empty for those of all providers
 */
public record ProviderName(List<PriceList> lists) {

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
    return named.stream().anyMatch(name -> name.lists().isEmpty())
        ? inputs.catalog().priceLists().all()
        : named.stream().flatMap(name -> name.lists().stream()).distinct().toList();
  }

  record Type() implements ValueType<ProviderName> {

    @Override
    public Parsed<ProviderName> parse(String text, Vocabulary in) {
      if (text.length() > Names.LONGEST) {
        return Parsed.refused(Msg.Fault.tooLong(Names.LONGEST));
      }
      if (NameIndex.key(text).equals(ALL)) {
        return Parsed.value(new ProviderName(List.of()));
      }
      Parsed<ProviderName> parsed =
          new Names<>(text, in.lexicon().provider(text), Msg.Fault.unknownProvider())
              .parsed(ProviderName::new, Type::written, lists -> Map.of());
      return parsed instanceof Parsed.Refused<ProviderName> refused
          ? new Parsed.Refused<>(refused.detail(), allowed(in), refused.nearest())
          : parsed;
    }

    private static String written(List<PriceList> lists) {
      return lists.stream().map(PriceList::provider).collect(Collectors.joining(","));
    }

    @Override
    public Shape shape(Vocabulary in) {
      return new Shape.Choice(allowed(in));
    }

    @Override
    public String example() {
      return ALL;
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
