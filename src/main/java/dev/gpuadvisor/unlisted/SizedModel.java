package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.WeightTotals;
import java.util.List;
import java.util.Optional;

/**
 * A model of which no more is known than the size that its name says: what is typical of that size
 * counts, with a bar as wide as such models differ.
 */
public final class SizedModel {

  /** What a name rounds off: of the catalogue's names nine in ten say their size within this. */
  private static final double ROUNDED = 0.11;

  /** Mixtures of one size have caches that differ by more than those of dense models. */
  private static final double CACHE_OF_EXPERTS = 1;

  /** What most mixtures take for a token. */
  private static final int EXPERTS_PER_TOKEN = 8;

  /** GGUF quantizes rows of so many weights together. */
  private static final int ROW = 256;

  private SizedModel() {}

  /** A dense one. */
  public static Model of(long parameters, List<Model> models) {
    TypicalShape typical = new TypicalShape(parameters, models);
    return UnlistedModel.of(typical.shape()).dense(parameters, rounded(typical.origin(), 0));
  }

  /**
   * A mixture of experts. Its attention is about that of a dense model between the two sizes.
   *
   * @param active parameters that a token uses
   */
  public static Model of(long parameters, long active, List<Model> models) {
    long between = (long) Math.sqrt((double) parameters * active);
    TypicalShape typical = new TypicalShape(between, models);
    Shape bare = typical.shape().withFeedForward(0);
    long others = new WeightCount(bare, ArchitectureExtras.PLAIN).parameters();
    long experts = Math.max(parameters / 2, parameters - others);
    long used = Math.max(active / 2, active - others);
    long rows = 3L * bare.hiddenSize() * bare.layers();
    double wanted =
        Math.min(Shape.MAX_EXPERTS, Math.ceil((double) EXPERTS_PER_TOKEN * experts / used));
    int size = ROW * (int) Math.max(1, Math.round(experts / (rows * wanted) / ROW));
    int count = (int) Math.max(1, Math.min(Shape.MAX_EXPERTS, experts / (rows * size)));
    Shape shape = withExperts(bare, count, size);
    WeightTotals totals = new WeightTotals(parameters, active, experts, 0, 0, 0);
    return UnlistedModel.of(shape).model(totals, rounded(typical.origin(), CACHE_OF_EXPERTS));
  }

  private static Shape withExperts(Shape bare, int count, int size) {
    int chosen = Math.min(EXPERTS_PER_TOKEN, count);
    return new Shape(
        bare.layers(),
        bare.hiddenSize(),
        bare.vocabulary(),
        bare.tiedEmbeddings(),
        bare.attentionLayers(),
        bare.index(),
        bare.recurrent(),
        List.of(),
        bare.gated(),
        Optional.of(MixtureOfExperts.of(count, chosen, size, 0, bare.layers())));
  }

  private static Origin rounded(Origin origin, double cacheSpread) {
    return new Origin(
        origin.kind(),
        Math.max(cacheSpread, origin.kvCacheSpread()),
        origin.vocabularySpread(),
        ROUNDED);
  }
}
