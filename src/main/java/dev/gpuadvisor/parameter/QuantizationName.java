package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A quantization as people name it. */
public sealed interface QuantizationName {

  /** {@code 8bit}: whatever the runtime has for it. */
  record Family(String name) implements QuantizationName {}

  /** {@code gptq-int8}: just this. */
  record Format(Quantization quantization) implements QuantizationName {}

  /** Families first: nobody who types {@code 8bit} means one format. */
  record Type() implements LimitedText<QuantizationName> {

    @Override
    public Parsed<QuantizationName> read(String text, Vocabulary in) {
      Parsed<QuantizationName> parsed =
          new Names<>(text, in.lexicon().format(text), Msg.Fault::unknownQuantization)
              .parsed(
                  format -> named(format.name(), in),
                  dev.gpuadvisor.lexicon.Format::name,
                  format -> runtime(format, in));
      return parsed instanceof Parsed.Refused<QuantizationName> refused
          ? new Parsed.Refused<>(refused.detail(), names(in), refused.nearest())
          : parsed;
    }

    private static QuantizationName named(String name, Vocabulary in) {
      return in.catalog()
          .quantizations()
          .find(name)
          .<QuantizationName>map(Format::new)
          .orElseGet(() -> new Family(name));
    }

    /** What the default runtime does not load says by itself which one is meant. */
    private static Map<String, String> runtime(
        dev.gpuadvisor.lexicon.Format format, Vocabulary in) {
      boolean loaded =
          in.catalog().defaultRuntime().formats().values().stream()
              .flatMap(List::stream)
              .anyMatch(each -> each.id().equals(format.name()));
      return loaded
          ? Map.of()
          : format.runtime().map(runtime -> Map.of("runtime", runtime)).orElse(Map.of());
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

    private static List<String> names(Vocabulary in) {
      return Stream.concat(families(in).stream(), in.catalog().quantizations().ids().stream())
          .distinct()
          .toList();
    }
  }
}
