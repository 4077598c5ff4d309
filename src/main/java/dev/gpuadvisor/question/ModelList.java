package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import java.util.List;
import java.util.Optional;

/**
 * The models that carry every word of a search in one of their names.
 *
 * @param search as it was typed; empty for all models
 * @param hardware that they are to run on; empty where nobody says
 * @param files of one model, where a repository of such is named
 */
public record ModelList(
    String search,
    List<Model> models,
    Optional<RunnableQuestion> hardware,
    Optional<GgufFiles> files) {

  static Optional<ModelList> read(Inputs inputs) {
    String search = inputs.one(LookupParameters.SEARCH).orElse("").strip();
    List<String> words = List.of(search.split("\\s+"));
    List<Model> models =
        inputs.catalog().models().all().stream().filter(model -> model.carries(words)).toList();
    Optional<GgufFiles> files = GgufFiles.read(inputs);
    Optional<RunnableQuestion> hardware =
        inputs.isGiven(LookupParameters.GGUF) ? Optional.empty() : RunnableInput.read(inputs);
    return Optional.of(new ModelList(search, models, hardware, files));
  }
}
