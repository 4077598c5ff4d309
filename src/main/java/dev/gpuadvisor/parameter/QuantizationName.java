package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A quantization as people name it. */
public sealed interface QuantizationName {

  /** {@code 8bit}: whatever the runtime has for it. */
  record Family(String name) implements QuantizationName {}

  /** {@code gptq-int8}: just this. */
  record Format(Quantization quantization) implements QuantizationName {}

  /** Families first: nobody who types {@code 8bit} means one format. */
  record Type(List<String> families, NameIndex<Quantization> formats)
      implements ValueType<QuantizationName> {

    static Type of(Catalog catalog) {
      List<String> families =
          catalog.quantizations().all().stream().map(Quantization::family).distinct().toList();
      return new Type(families, catalog.quantizations());
    }

    @Override
    public Parsed<QuantizationName> parse(String text) {
      String key = NameIndex.key(text);
      Optional<QuantizationName> family =
          families.stream().filter(key::equals).findFirst().map(Family::new);
      return family
          .or(() -> formats.find(text).map(Format::new))
          .<Parsed<QuantizationName>>map(Parsed::value)
          .orElseGet(
              () -> new Parsed.Refused<>(Msg.Fault.unknownQuantization(), names(), List.of()));
    }

    @Override
    public Shape shape() {
      return new Shape.EnumType(names());
    }

    private List<String> names() {
      return Stream.concat(families.stream(), formats.ids().stream()).distinct().toList();
    }
  }
}
