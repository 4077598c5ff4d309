package dev.gpuadvisor.parameter;

import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import java.util.Optional;

/** A Hugging Face {@code config.json}. */
record ConfigText() implements ValueType<ConfigFields> {

  @Override
  public Parsed<ConfigFields> parse(String text, Vocabulary in) {
    return parseObject(ConfigFields.parse(text), in);
  }

  @Override
  public Parsed<ConfigFields> parseObject(Optional<ConfigFields> object, Vocabulary in) {
    return object
        .<Parsed<ConfigFields>>map(Parsed::value)
        .orElseGet(() -> Parsed.refused(Msg.Fault.config()));
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.AnyObject();
  }

  @Override
  public String example() {
    return "{\"model_type\":\"llama\",\"num_hidden_layers\":32,\"hidden_size\":4096,"
        + "\"num_attention_heads\":32,\"num_key_value_heads\":8,\"intermediate_size\":14336,"
        + "\"vocab_size\":128256}";
  }
}
