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
 */
public record ModelList(String search, List<Model> models, Optional<RunnableQuestion> hardware) {

  static Optional<ModelList> read(Inputs inputs) {
    String search = inputs.one(LookupParameters.SEARCH).orElse("").strip();
    List<String> words = List.of(search.split("\\s+"));
    List<Model> models =
        inputs.catalog().models().all().stream().filter(model -> model.carries(words)).toList();
    return Optional.of(new ModelList(search, models, RunnableInput.read(inputs)));
  }
}
