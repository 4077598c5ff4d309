package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.Reading;
import dev.gpuadvisor.lexicon.StoredModel;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model by any of its names. Those of quantized repositories, files and tags say the format and
 * the runtime, too. What nobody knows the hub may know, by the name of its repository.
 *
 * @param sized whether the size that a name says will do where nobody knows it
 */
record ModelName(boolean sized) implements LimitedText<Model> {

  ModelName() {
    this(true);
  }

  @Override
  public Parsed<Model> read(String text, Vocabulary in) {
    Reading<StoredModel> known = in.lexicon().model(text);
    return new HubModel(in)
        .parsed(text, known, () -> sized(text, known, in, true))
        .or(() -> sized(text, known, in, false))
        .orElseGet(
            () ->
                new Names<>(text, known, () -> unknown(text, in))
                    .parsed(StoredModel::model, ModelName::written, ModelName::stored));
  }

  /** Says the other ways to describe a model; with the size, where the name has one. */
  private static Message unknown(String text, Vocabulary in) {
    Optional<String> size = in.lexicon().size(text);
    return size.map(Msg.Fault::unknownModelOfSize).orElseGet(Msg.Fault::unknownModel);
  }

  /**
   * What nobody knows is answered by the size that its name says.
   *
   * @param unasked whether the hub might know it, and does not answer
   */
  private Optional<Parsed<Model>> sized(
      String text, Reading<StoredModel> known, Vocabulary in, boolean unasked) {
    return sized && known instanceof Reading.Unknown<StoredModel>
        ? in.lexicon().sized(text).flatMap(size -> SizedName.parsed(text, size, in, unasked))
        : Optional.empty();
  }

  private static String written(StoredModel stored) {
    StringBuilder written = new StringBuilder(stored.model().id());
    stored.format().ifPresent(format -> written.append(", ").append(format));
    stored.runtime().ifPresent(runtime -> written.append(", ").append(runtime));
    return written.toString();
  }

  private static Map<String, String> stored(StoredModel stored) {
    return implied(stored.format(), stored.runtime());
  }

  /** What a name says of other parameters. */
  static Map<String, String> implied(Optional<String> format, Optional<String> runtime) {
    Map<String, String> implied = new HashMap<>();
    format.ifPresent(name -> implied.put("quantization", name));
    runtime.ifPresent(name -> implied.put("runtime", name));
    return implied;
  }

  @Override
  public String example() {
    return "qwen2.5-14b";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return in.catalog().models().all().stream()
        .map(model -> new Named(model.id(), model.huggingFaceId()))
        .toList();
  }
}
