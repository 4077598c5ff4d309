package dev.gpuadvisor.parameter;

import dev.gpuadvisor.catalog.Model;

/** A repository of GGUF files: a model that is published in the format of each of them. */
record GgufRepository() implements LimitedText<Model> {

  @Override
  public Parsed<Model> read(String text, Vocabulary in) {
    return new HubModel(in).inFiles(text);
  }

  @Override
  public String example() {
    return "some-lab/Some-Model-GGUF";
  }
}
