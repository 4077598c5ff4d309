package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.Attention;
import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.SlidingWindow;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code models.json}. */
final class ModelReader {

  private static final AllowedValues<String> ATTENTION_KINDS =
      AllowedValues.of("grouped", "latent");

  private ModelReader() {}

  static NameIndex<Model> read(Entry file, NameIndex<Quantization> quantizations) {
    AllowedValues<Quantization> formats = AllowedValues.of(quantizations);
    NameIndex.Builder<Model> models = NameIndex.builder();
    for (Entry entry : EntryReader.entries(file, "models")) {
      Model model = model(entry, formats);
      ModelChecks.check(model, entry);
      List<String> names = new ArrayList<>(model.aliases());
      names.add(model.huggingFaceId());
      EntryReader.index(entry, "id", () -> models.add(model, model.id(), names));
      entry.end();
    }
    return models.build();
  }

  private static Model model(Entry entry, AllowedValues<Quantization> formats) {
    return new Model(
        entry.text("id"),
        entry.text("hugging_face_id"),
        entry.texts("aliases", 0),
        entry.bigCount("parameters", 1),
        entry.bigCount("active_parameters", 1),
        entry.bigCount("expert_parameters", 0),
        entry.has("vision_parameters") ? entry.bigCount("vision_parameters", 1) : 0,
        entry.count("layers"),
        entry.count("hidden_size"),
        entry.count("feed_forward_size"),
        entry.count("vocabulary"),
        entry.flag("tied_embeddings"),
        attention(entry.object("attention")),
        entry.optionalObject("sliding_window").map(ModelReader::slidingWindow),
        entry.optionalObject("experts").map(ModelReader::experts),
        entry.count("max_context"),
        entry.choice("native_format", formats).id(),
        entry.text("license"),
        EntryReader.provenance(entry),
        Origin.CATALOGUE);
  }

  private static Attention attention(Entry entry) {
    Attention attention =
        switch (entry.choice("kind", ATTENTION_KINDS)) {
          case "latent" ->
              new Attention.Latent(
                  entry.count("heads"),
                  entry.count("kv_rank"),
                  entry.count("query_rank", 0),
                  entry.count("rope_dim"),
                  entry.count("nope_dim"),
                  entry.count("value_dim"));
          default ->
              new Attention.Grouped(
                  entry.count("heads"), entry.count("kv_heads"), entry.count("head_dim"));
        };
    entry.end();
    return attention;
  }

  private static SlidingWindow slidingWindow(Entry entry) {
    SlidingWindow window = new SlidingWindow(entry.count("window"), entry.count("layers"));
    entry.end();
    return window;
  }

  private static MixtureOfExperts experts(Entry entry) {
    MixtureOfExperts experts =
        new MixtureOfExperts(
            entry.count("experts"),
            entry.count("experts_per_token"),
            entry.count("expert_size"),
            entry.count("shared_experts", 0),
            entry.count("layers"));
    entry.end();
    return experts;
  }
}
