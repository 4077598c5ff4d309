package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.NamedSize;
import dev.gpuadvisor.parameter.ValueType.Parsed;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.SizedModel;
import dev.gpuadvisor.unlisted.TypicalShape;
import java.util.List;
import java.util.Optional;

/** A model that nobody knows, by the size that its name says. */
final class SizedName {

  private SizedName() {}

  /**
   * Empty where no model is of that size.
   *
   * @param unasked whether the hub might know it, and does not answer
   */
  static Optional<Parsed<Model>> parsed(
      String written, NamedSize size, Vocabulary in, boolean unasked) {
    if (size.active() < TypicalShape.LEAST_PARAMETERS
        || size.parameters() > TypicalShape.MOST_PARAMETERS) {
      return Optional.empty();
    }
    List<Model> models = in.catalog().models().all();
    Model model =
        size.isMixture()
            ? SizedModel.of(size.parameters(), size.active(), models)
            : SizedModel.of(size.parameters(), models);
    String meant = "parameters=" + size.parameters();
    return Optional.of(
        new Parsed.Value<>(
            model,
            meant,
            Optional.of(
                unasked
                    ? Msg.ReadAs.sizedUnasked(size.parameters(), written)
                    : Msg.ReadAs.sized(size.parameters(), written)),
            ModelName.implied(size.format(), size.runtime())));
  }
}
