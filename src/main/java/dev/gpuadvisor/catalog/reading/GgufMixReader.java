package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.GgufMix;
import dev.gpuadvisor.catalog.GgufMix.Choice;
import dev.gpuadvisor.catalog.GgufMix.Tensor;
import dev.gpuadvisor.catalog.GgufMix.Where;
import dev.gpuadvisor.catalog.GgufType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the mix of a GGUF format: {@code "down": ["q6_k more_bits", "q4_k"]}. */
final class GgufMixReader {

  private static final AllowedValues<GgufType> TYPES = AllowedValues.of(GgufType.class);
  private static final AllowedValues<Tensor> TENSORS = AllowedValues.of(Tensor.class);
  private static final AllowedValues<Where> WHERES = AllowedValues.of(Where.class);

  private GgufMixReader() {}

  static GgufMix read(Entry entry) {
    GgufMix mix =
        new GgufMix(
            entry.choice("base", TYPES),
            entry.choice("head", TYPES),
            entry.choice("embedding", TYPES),
            rules(entry.object("tensors")));
    entry.end();
    return mix;
  }

  private static Map<Tensor, List<Choice>> rules(Entry entry) {
    Map<Tensor, List<Choice>> rules = new HashMap<>();
    for (String name : entry.names()) {
      Tensor tensor =
          TENSORS
              .meaning(name)
              .orElseThrow(() -> entry.fault(name, "must be one of " + TENSORS.names()));
      List<Choice> choices = new ArrayList<>();
      for (String text : entry.texts(name, 1)) {
        choices.add(choice(entry, name, text));
      }
      rules.put(tensor, List.copyOf(choices));
    }
    return rules;
  }

  private static Choice choice(Entry entry, String name, String text) {
    int blank = text.indexOf(' ');
    String type = blank < 0 ? text : text.substring(0, blank);
    String where = blank < 0 ? "everywhere" : text.substring(blank + 1);
    if (TYPES.meaning(type).isEmpty() || WHERES.meaning(where).isEmpty()) {
      throw entry.fault(name, "must be types of " + TYPES.names() + " with " + WHERES.names());
    }
    return new Choice(TYPES.meaning(type).get(), WHERES.meaning(where).get());
  }
}
