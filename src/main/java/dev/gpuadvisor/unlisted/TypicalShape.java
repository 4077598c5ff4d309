package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Attention.Grouped;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a dense model of so many parameters typically looks like: the weighted medians of the
 * catalogue's dense models, those of a similar size counting most. A median, because models of one
 * size have either 8 heads with keys and values or 40, and hardly any has the 18 of the mean.
 */
public final class TypicalShape {

  public static final long LEAST_PARAMETERS = 50_000_000;
  public static final long MOST_PARAMETERS = 2_000_000_000_000L;

  private static final int HEAD_DIM = 128;
  private static final int LEAST_ROUNDED = 1024;

  /** Width of the weighting, in the logarithm of sizes: half as much at 1.4 times the size. */
  private static final double WIDTH = 0.3;

  /** Who counts as of that size when it comes to how far real models lie from the typical one. */
  private static final double SIMILAR = Math.log(1.6);

  private static final int LEAST_SIMILAR = 6;
  private static final double NINE_IN_TEN = 0.9;

  private final long parameters;
  private final List<Model> models;

  /**
   * @param models of a catalogue
   */
  public TypicalShape(long parameters, List<Model> models) {
    this.parameters = parameters;
    this.models =
        models.stream()
            .filter(TypicalShape::isUniform)
            .sorted(Comparator.comparingDouble(this::distance))
            .toList();
  }

  /** A decoder whose layers are all alike, which is what parameters alone are taken for. */
  private static boolean isUniform(Model model) {
    Shape shape = model.shape();
    return model.kind() == ModelKind.GENERATOR
        && shape.equals(
            Shape.uniform(
                shape.layers(),
                shape.hiddenSize(),
                shape.feedForwardSize(),
                shape.vocabulary(),
                shape.tiedEmbeddings(),
                shape.attention()))
        && shape.attention() instanceof Grouped
        && model.visionParameters() == 0;
  }

  public Shape shape() {
    int layers = (int) Math.max(1, Math.round(median(this::scaledLayers)));
    int hidden = rounded(median(this::scaledHidden));
    int vocabulary = (int) median(Model::vocabulary);
    boolean tied = median(model -> model.tiedEmbeddings() ? 1 : 0) > 0;
    int kvHeads = (int) Math.max(1, Math.round(median(TypicalShape::kvWidth) / HEAD_DIM));
    int heads = Math.max(1, Math.round((float) hidden / HEAD_DIM / kvHeads)) * kvHeads;
    Grouped attention = new Grouped(heads, kvHeads, HEAD_DIM);
    Shape bare = Shape.uniform(layers, hidden, 0, vocabulary, tied, attention);
    return bare.withFeedForward(feedForward(bare));
  }

  /** How far nine in ten real models of that size lie from the typical one at most. */
  public Origin origin() {
    Shape shape = shape();
    double kv = shape.layers() * shape.attention().kvElementsPerTokenAndLayer();
    double tables =
        (double) shape.vocabulary() * shape.hiddenSize() * (shape.tiedEmbeddings() ? 1 : 2);
    return new Origin(
        Origin.Kind.PARAMETERS,
        spread(model -> scaledLayers(model) * 2 * kvWidth(model) / kv),
        spread(model -> model.embeddingParameters() * scale(model) / tables),
        0);
  }

  /**
   * The feed-forward size that makes a shape have its parameters: what is left of them, over the
   * three matrices of each layer.
   */
  public int feedForward(Shape bare) {
    long rest = parameters - new WeightCount(bare, ArchitectureExtras.PLAIN).parameters();
    long perLayer = rest / (3L * bare.hiddenSize() * bare.layers());
    return rounded(Math.max(bare.hiddenSize(), Math.min(perLayer, 8L * bare.hiddenSize())));
  }

  /** To what all sizes but those of the smallest models are multiples of, as GGUF needs them. */
  private static int rounded(double size) {
    int step = size < LEAST_ROUNDED ? HEAD_DIM : 2 * HEAD_DIM;
    return step * (int) Math.max(1, Math.round(size / step));
  }

  private double spread(ToDoubleFunction<Model> ofTypical) {
    List<Double> deviations = new ArrayList<>();
    for (Model model : models) {
      if (distance(model) <= SIMILAR || deviations.size() < LEAST_SIMILAR) {
        deviations.add(Math.abs(ofTypical.applyAsDouble(model) - 1));
      }
    }
    deviations.sort(Comparator.naturalOrder());
    return deviations.get((int) Math.ceil(NINE_IN_TEN * deviations.size()) - 1);
  }

  /** Weights are relative to the nearest model, so that sizes far from all have one too. */
  private double median(ToDoubleFunction<Model> value) {
    List<Model> byValue = models.stream().sorted(Comparator.comparingDouble(value)).toList();
    double half = models.stream().mapToDouble(this::weight).sum() / 2;
    double sum = 0;
    for (Model model : byValue) {
      sum += weight(model);
      if (sum >= half) {
        return value.applyAsDouble(model);
      }
    }
    throw new IllegalStateException("no dense models");
  }

  private double weight(Model model) {
    double nearest = distance(models.get(0));
    double distance = distance(model);
    return Math.exp((nearest * nearest - distance * distance) / (2 * WIDTH * WIDTH));
  }

  private double distance(Model model) {
    return Math.abs(Math.log((double) parameters / model.parameters()));
  }

  /** A model of the same proportions and another size has this many times the layers and widths. */
  private double scale(Model model) {
    return Math.cbrt((double) parameters / model.parameters());
  }

  private double scaledLayers(Model model) {
    return model.layers() * scale(model);
  }

  private double scaledHidden(Model model) {
    return model.hiddenSize() * scale(model);
  }

  private static double kvWidth(Model model) {
    return model.attention().kvElementsPerTokenAndLayer() / 2.0;
  }
}
