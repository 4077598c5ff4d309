package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.text.Msg;
import java.util.Map;

/** A runtime by its name, by that of a program on the same engine, in any version. */
record RuntimeName() implements LimitedText<RuntimeProfile> {

  @Override
  public Parsed<RuntimeProfile> read(String text, Vocabulary in) {
    Parsed<RuntimeProfile> parsed =
        new Names<>(text, in.lexicon().runtime(text), Msg.Fault::unknownRuntime)
            .parsed(profile -> profile, RuntimeProfile::id, profile -> Map.of());
    return parsed instanceof Parsed.Refused<RuntimeProfile> refused
        ? new Parsed.Refused<>(refused.detail(), in.catalog().runtimes().ids(), refused.nearest())
        : parsed;
  }

  @Override
  public Shape shape(Vocabulary in) {
    return new Shape.Choice(in.catalog().runtimes().ids());
  }

  @Override
  public String example() {
    return "vllm";
  }
}
