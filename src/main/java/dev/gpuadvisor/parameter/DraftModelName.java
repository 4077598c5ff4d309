package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.StoredModel;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Map;

/**
 * A model of the catalogue that drafts for another; its name says nothing of the other's format.
 */
record DraftModelName() implements LimitedText<Model> {

  @Override
  public Parsed<Model> read(String text, Vocabulary in) {
    return new Names<>(text, in.lexicon().model(text), Msg.Fault::unknownModel)
        .parsed(StoredModel::model, stored -> stored.model().id(), stored -> Map.of());
  }

  @Override
  public String example() {
    return "qwen3-0.6b";
  }

  @Override
  public List<Named> offered(Vocabulary in) {
    return new ModelName().offered(in);
  }
}
