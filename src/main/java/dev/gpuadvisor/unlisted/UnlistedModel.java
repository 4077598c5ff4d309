package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.SlidingWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A model that the catalogue does not have, from its shape.
 *
 * @param maxContext tokens that its configuration allows
 * @param nativeFormat id of the quantization that its weights are published in
 */
public record UnlistedModel(
    Shape shape, Optional<SlidingWindow> slidingWindow, int maxContext, String nativeFormat) {

  /** What most models since 2024 take; for those of which nobody said. */
  public static final int USUAL_CONTEXT = 131_072;

  public static final String USUAL_FORMAT = "bf16";

  private static final Provenance UNKNOWN = new Provenance(List.of(), List.of(), "");

  /** A model of which no more is known than its shape. */
  public static UnlistedModel of(Shape shape) {
    return new UnlistedModel(shape, Optional.empty(), USUAL_CONTEXT, USUAL_FORMAT);
  }

  /** Counted by the rules of its family. */
  public Model counted(ArchitectureExtras family, Origin.Kind origin) {
    WeightCount count = new WeightCount(shape, family);
    return model(
        count.parameters(),
        count.activeParameters(),
        count.expertParameters(),
        Origin.given(origin));
  }

  /** With as many parameters as the caller said, none of them in experts. */
  public Model dense(long parameters, Origin origin) {
    return model(parameters, parameters, 0, origin);
  }

  private Model model(long parameters, long active, long inExperts, Origin origin) {
    String name = name(parameters);
    return new Model(
        name,
        name,
        List.of(),
        parameters,
        active,
        inExperts,
        0,
        shape.layers(),
        shape.hiddenSize(),
        shape.feedForwardSize(),
        shape.vocabulary(),
        shape.tiedEmbeddings(),
        shape.attention(),
        slidingWindow,
        shape.experts(),
        maxContext,
        nativeFormat,
        "",
        UNKNOWN,
        origin);
  }

  /** {@code unlisted-14.8b}. */
  private static String name(long parameters) {
    boolean small = parameters < 100_000_000;
    BigDecimal units = BigDecimal.valueOf(small ? 1_000_000 : 1_000_000_000);
    BigDecimal number = BigDecimal.valueOf(parameters).divide(units, 1, RoundingMode.HALF_UP);
    return "unlisted-" + number + (small ? "m" : "b");
  }
}
