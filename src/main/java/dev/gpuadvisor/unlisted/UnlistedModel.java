package dev.gpuadvisor.unlisted;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.catalog.Provenance;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.catalog.Shape;
import dev.gpuadvisor.catalog.WeightTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that the catalogue does not have, from its shape.
 *
 * @param maxContext tokens that its configuration allows
 * @param nativeFormat what its weights are published in
 */
public record UnlistedModel(
    ModelKind kind, Shape shape, int maxContext, PublishedFormat nativeFormat) {

  /** What most models since 2024 take; for those of which nobody said. */
  public static final int USUAL_CONTEXT = 131_072;

  public static final String USUAL_FORMAT = "bf16";

  private static final Provenance UNKNOWN = new Provenance(List.of(), List.of(), "");

  /** A model of which no more is known than its shape. */
  public static UnlistedModel of(Shape shape) {
    return new UnlistedModel(
        ModelKind.GENERATOR, shape, USUAL_CONTEXT, new PublishedFormat(USUAL_FORMAT, 0));
  }

  /** Counted by the rules of its family. */
  public Model counted(ArchitectureExtras family, Origin.Kind origin) {
    WeightCount count = new WeightCount(shape, family);
    long experts = count.expertParameters();
    return model(
        new WeightTotals(count.parameters(), count.activeParameters(), experts, 0, 0, 0),
        Origin.given(origin));
  }

  /** With as many parameters as the caller said, none of them in experts. */
  public Model dense(long parameters, Origin origin) {
    return model(WeightTotals.dense(parameters), origin);
  }

  /** With weights that were counted elsewhere. */
  public Model model(WeightTotals totals, Origin origin) {
    String name = name(totals.parameters());
    return new Model(
        name,
        name,
        List.of(),
        kind,
        shape,
        totals,
        maxContext,
        0,
        Optional.empty(),
        List.of(nativeFormat),
        "",
        "",
        UNKNOWN,
        origin,
        Map.of());
  }

  /** {@code unlisted-14.8b}. */
  private static String name(long parameters) {
    boolean small = parameters < 100_000_000;
    BigDecimal units = BigDecimal.valueOf(small ? 1_000_000 : 1_000_000_000);
    BigDecimal number = BigDecimal.valueOf(parameters).divide(units, 1, RoundingMode.HALF_UP);
    return "unlisted-" + number + (small ? "m" : "b");
  }
}
