package dev.gpuadvisor.catalog.reading;

import dev.gpuadvisor.catalog.AllowedValues;
import dev.gpuadvisor.catalog.ImageEncoder;
import dev.gpuadvisor.catalog.ImageEncoder.Positions;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.WeightTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code models.json}. */
final class ModelReader {

  private static final AllowedValues<ModelKind> KINDS = AllowedValues.of(ModelKind.class);

  private static final AllowedValues<Positions> POSITIONS = AllowedValues.of(Positions.class);

  private final AllowedValues<Quantization> formats;
  private final Map<String, ImageEncoder> encoders = new HashMap<>();

  private ModelReader(AllowedValues<Quantization> formats) {
    this.formats = formats;
  }

  static NameIndex<Model> read(Entry file, NameIndex<Quantization> quantizations) {
    ModelReader reader = new ModelReader(AllowedValues.of(quantizations));
    NameIndex.Builder<Model> models = NameIndex.builder();
    file.entries("image_encoders").forEach(reader::addEncoder);
    for (Entry entry : EntryReader.entries(file, "models")) {
      Model model = reader.model(entry);
      ModelChecks.check(model, entry);
      List<String> names = new ArrayList<>(model.aliases());
      names.add(model.huggingFaceId());
      EntryReader.index(entry, "id", () -> models.add(model, model.id(), names));
      entry.end();
    }
    return models.build();
  }

  private Model model(Entry entry) {
    return new Model(
        entry.text("id"),
        entry.text("hugging_face_id"),
        entry.texts("aliases", 0),
        entry.has("kind") ? entry.choice("kind", KINDS) : ModelKind.GENERATOR,
        ShapeReader.shape(entry),
        totals(entry),
        entry.count("max_context"),
        entry.countOr("item_tokens", 0),
        images(entry),
        published(entry),
        entry.text("license"),
        entry.has("released") ? entry.text("released") : "",
        EntryReader.provenance(entry),
        Origin.CATALOGUE,
        repositories(entry));
  }

  private Map<String, String> repositories(Entry entry) {
    Map<String, String> repositories = new HashMap<>();
    entry
        .optionalObject("repositories")
        .ifPresent(
            given -> {
              for (String format : given.names()) {
                requireFormat(given, format);
                repositories.put(format, given.text(format));
              }
              given.end();
            });
    return repositories;
  }

  private void requireFormat(Entry entry, String format) {
    if (formats.meaning(format).isEmpty()) {
      throw entry.fault(format, "is no format; allowed: " + String.join(", ", formats.names()));
    }
  }

  private Optional<ImageEncoder> images(Entry entry) {
    if (!entry.has("images")) {
      return Optional.empty();
    }
    ImageEncoder encoder = encoders.get(entry.text("images"));
    if (encoder == null) {
      throw entry.fault(
          "images", "is no encoder; there are: " + String.join(", ", encoders.keySet()));
    }
    return Optional.of(encoder);
  }

  private void addEncoder(Entry entry) {
    ImageEncoder encoder =
        new ImageEncoder(
            entry.count("hidden"),
            entry.count("feed_forward"),
            entry.has("gated") && entry.flag("gated"),
            entry.choice("positions", POSITIONS),
            entry.count("patch_values"),
            entry.count("patches"),
            entry.count("tokens"),
            entry.countOr("deep_features", 0),
            entry.countOr("longest_video", 1));
    EntryReader.provenance(entry);
    if (encoders.put(entry.text("id"), encoder) != null) {
      throw entry.fault("id", "is taken");
    }
    entry.end();
  }

  /** Dense models of text need say nothing but their parameters. */
  private static WeightTotals totals(Entry entry) {
    long parameters = entry.bigCount("parameters", 1);
    long towers = entry.bigCountOr("vision_parameters", 0);
    long lookup = entry.bigCountOr("lookup_parameters", 0);
    return new WeightTotals(
        parameters,
        entry.bigCountOr("active_parameters", parameters - towers - lookup),
        entry.bigCountOr("expert_parameters", 0),
        towers,
        lookup,
        entry.bigCountOr("mtp_parameters", 0));
  }

  /** By id of the format: the weights of the layers that it leaves in 16 bit. */
  private void addOthers(Entry others, List<PublishedFormat> published) {
    for (String format : others.names()) {
      requireFormat(others, format);
      published.add(new PublishedFormat(format, others.bigCount(format, 0)));
    }
    others.end();
  }

  private List<PublishedFormat> published(Entry entry) {
    List<PublishedFormat> published = new ArrayList<>();
    String nativeFormat = entry.choice("native_format", formats).id();
    long in16Bit = entry.bigCountOr("native_16bit_parameters", 0);
    published.add(new PublishedFormat(nativeFormat, in16Bit));
    entry.optionalObject("published").ifPresent(others -> addOthers(others, published));
    return published;
  }
}
