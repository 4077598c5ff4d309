package dev.gpuadvisor.hub;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.WeightTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A model by the name of its repository, with what the hub says of it. */
record Described(Files files) {

  private static final int SHORT = 10;

  /** The same model, named. */
  Model model(Model unnamed) {
    String source = files.session().endpoint() + "/" + files.id() + "/tree/" + files.revision();
    Origin origin = unnamed.origin();
    Origin.Kind kind =
        origin.kind() == Origin.Kind.LIKE_LLAMA ? Origin.Kind.LIKE_LLAMA : Origin.Kind.HUB;
    return new Model(
        files.id(),
        files.id(),
        List.of(),
        unnamed.kind(),
        unnamed.shape(),
        unnamed.totals(),
        unnamed.maxContext(),
        unnamed.itemTokens(),
        unnamed.images(),
        unnamed.published(),
        files.info().tag("license:").orElse(""),
        files.info().created(),
        new Provenance(List.of(source), List.of(), ""),
        new Origin(kind, origin.kvCacheSpread(), origin.vocabularySpread(), weightsSpread(unnamed)),
        Map.of());
  }

  /** Weights that were counted are no guess. */
  private static double weightsSpread(Model model) {
    return model.storedBytes(model.nativeFormat()) > 0 ? 0 : model.origin().weightsSpread();
  }

  /** With the revision, as far as people compare it. */
  String written() {
    String revision = files.revision();
    boolean commit = !files.info().revision().isEmpty();
    return files.id() + "@" + (commit ? revision.substring(0, SHORT) : revision);
  }

  static Model with(Model model, WeightTotals totals) {
    return changed(model, totals, model.published());
  }

  /** Published in that format, too, which counts as its own. */
  static Model in(Model model, PublishedFormat format) {
    List<PublishedFormat> formats = new ArrayList<>(List.of(format));
    model.published().stream()
        .filter(other -> !other.format().equals(format.format()))
        .forEach(formats::add);
    return changed(model, model.totals(), formats);
  }

  private static Model changed(Model model, WeightTotals totals, List<PublishedFormat> formats) {
    return new Model(
        model.id(),
        model.huggingFaceId(),
        model.aliases(),
        model.kind(),
        model.shape(),
        totals,
        model.maxContext(),
        model.itemTokens(),
        model.images(),
        formats,
        model.license(),
        model.released(),
        model.provenance(),
        model.origin(),
        model.repositories());
  }
}
