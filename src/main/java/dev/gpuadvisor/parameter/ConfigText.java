package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;

/** A Hugging Face {@code config.json}. */
record ConfigText() implements ValueType<ConfigFields> {

  @Override
  public Parsed<ConfigFields> parse(String text) {
    return ConfigFields.parse(text)
        .<Parsed<ConfigFields>>map(Parsed::value)
        .orElseGet(() -> Parsed.refused(Msg.Fault.config()));
  }

  @Override
  public Shape shape() {
    return new Shape.AnyObject();
  }
}
