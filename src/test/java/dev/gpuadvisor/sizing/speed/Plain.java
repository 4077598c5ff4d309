package dev.gpuadvisor.sizing.speed;

import static dev.gpuadvisor.sizing.Workloads.CATALOG;
import static dev.gpuadvisor.sizing.Workloads.format;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.ServingProfile.Efficiency;
import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.Workloads;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Servers of which all constants but those of a test add nothing: cards reach their whole
 * bandwidth, and half of their arithmetic all the time.
 */
final class Plain {

  static final Version NEWEST = new Version(List.of(0, 27));
  static final double DENSE = 10e9;
  static final double CACHE = 1e8;
  static final double TOKEN = 16e9;
  static final double PROMPT = 32e12;

  static Card card(String id) {
    return CATALOG.cards().find(id).orElseThrow();
  }

  /** Nothing but reading and arithmetic, and of each constant named so much. */
  static ServingProfile profile(Card card, Map<Constant, Double> more) {
    Map<Constant, Double> constants = new EnumMap<>(Constant.class);
    for (Constant constant : Constant.values()) {
      constants.put(constant, 0.0);
    }
    for (Constant share :
        List.of(
            Constant.CACHE_BANDWIDTH,
            Constant.EXPERT_BANDWIDTH,
            Constant.EXPERT_COMPUTE,
            Constant.WEIGHT_ONLY,
            Constant.FP8_COMPUTE,
            Constant.FP4_COMPUTE,
            Constant.NVLINK_SHARE)) {
      constants.put(share, 1.0);
    }
    constants.put(Constant.WIDENED_EXPERTS_GIGA, 1e6);
    constants.put(Constant.EXPERT_GB_PER_SECOND_BEFORE_HOPPER, 1e6);
    constants.put(Constant.PCIE_GB_PER_SECOND, 1e6);
    constants.putAll(more);
    return new ServingProfile(constants, Map.of(card, new Efficiency(1, 1, 0.5)));
  }

  static BatchWork work(String model, String parallel, double promptTokens) {
    return work(model, parallel, promptTokens, false);
  }

  /** The same on a server without graphs. */
  static BatchWork eager(BatchWork graphed) {
    return work(graphed.model().id(), "tp1", graphed.promptTokens(), true);
  }

  private static BatchWork work(String model, String parallel, double promptTokens, boolean eager) {
    return new BatchWork(
        Workloads.model(model),
        format("bf16"),
        DENSE,
        0,
        1,
        CACHE,
        TOKEN,
        0,
        PROMPT,
        promptTokens,
        512,
        Parallel.parse(parallel).orElseThrow(),
        0,
        0,
        0,
        eager);
  }

  static PagedBatch batch(BatchWork work, Version release, Card card, Object... more) {
    Map<Constant, Double> constants = new EnumMap<>(Constant.class);
    for (int i = 0; i < more.length; i += 2) {
      constants.put((Constant) more[i], ((Number) more[i + 1]).doubleValue());
    }
    return new PagedBatch(work, release, card, profile(card, constants));
  }

  static double bandwidth(String card) {
    return card(card).bandwidthGbPerSecond() * 1e9;
  }

  static double sustained(String card) {
    return card(card).fp16Tflops() * 1e12 * 0.5;
  }

  static Version version(String text) {
    String[] parts = text.split("\\.");
    return new Version(List.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
  }

  private Plain() {}
}
