package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A currency by its code or its sign. */
record CurrencyName() implements ValueType<String> {

  @Override
  public Parsed<String> parse(String text, Vocabulary in) {
    String written = text.toLowerCase(Locale.ROOT);
    Optional<String> code =
        Currencies.at(written).filter(any -> Currencies.lengthAt(written) == written.length());
    return code.isPresent()
        ? Parsed.value(code.get(), code.get().equals(text) ? "" : code.get())
        : new Parsed.Refused<>(Msg.Fault.choice(), Currencies.codes(), List.of());
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Choice(Currencies.codes());
  }

  @Override
  public String example() {
    return "EUR";
  }
}
