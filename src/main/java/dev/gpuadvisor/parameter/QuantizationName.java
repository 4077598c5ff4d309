package dev.gpuadvisor.parameter;

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
  record Type() implements ValueType<QuantizationName> {

    private static final List<String> BEFORE_BITS = List.of("int", "w", "q");

    @Override
    public Parsed<QuantizationName> parse(String text, Vocabulary in) {
      List<String> families = families(in);
      String key = NameIndex.key(text);
      if (families.contains(key)) {
        return Parsed.value(new Family(key));
      }
      Optional<Quantization> format = in.catalog().quantizations().find(text);
      if (format.isPresent()) {
        return Parsed.value(new Format(format.get()));
      }
      return family(key)
          .filter(families::contains)
          .<Parsed<QuantizationName>>map(family -> Parsed.value(new Family(family), family))
          .orElseGet(
              () -> new Parsed.Refused<>(Msg.Fault.unknownQuantization(), names(in), List.of()));
    }

    @Override
    public Shape shape(Vocabulary in) {
      return new Shape.Choice(names(in));
    }

    @Override
    public String example() {
      return "8bit";
    }

    /** The names of bits alone. */
    public static List<String> families(Vocabulary in) {
      return in.catalog().quantizations().all().stream()
          .map(Quantization::family)
          .distinct()
          .toList();
    }

    /** {@code int4}, {@code w8}, {@code q6}, {@code 8bits}: how people write bits. */
    private static Optional<String> family(String key) {
      String bits = key.endsWith("bits") ? key.substring(0, key.length() - 4) : key;
      for (String before : BEFORE_BITS) {
        bits = bits.startsWith(before) ? bits.substring(before.length()) : bits;
      }
      boolean number = !bits.isEmpty() && bits.length() <= 2 && !bits.equals(key);
      return number && bits.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Optional.of(bits + "bit")
          : Optional.empty();
    }

    private static List<String> names(Vocabulary in) {
      return Stream.concat(families(in).stream(), in.catalog().quantizations().ids().stream())
          .distinct()
          .toList();
    }
  }
}
