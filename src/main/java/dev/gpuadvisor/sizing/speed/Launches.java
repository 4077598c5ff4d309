package dev.gpuadvisor.sizing.speed;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.ServingProfile;
import dev.gpuadvisor.catalog.ServingProfile.Constant;
import dev.gpuadvisor.catalog.Version;
import java.util.List;

/**
 * What the steps of a server of vLLM take to be launched, by release, card and kind of layer; in
 * seconds.
 *
 * @param step beside what a step reads and computes
 * @param least that no step is shorter than: what the host launches because no graph holds it
 * @param prompt that the steps reading a prompt are not shorter than; 0 where graphs are replayed
 */
record Launches(double step, double least, double prompt) {

  private static final double MILLI = 1e-3;

  /** Steps of more tokens than this are launched without a graph. */
  private static final int LARGEST_GRAPH = 512;

  /**
   * Of a layer that is neither compiled nor in a graph: 20.6 ms a step of 40 layers on an A100
   * (vllm-project/vllm#20469), where others took 0.28 (#51167) and 0.8 (vllm-omni#7960).
   */
  static final double UNCOMPILED_LAYER_MS = 0.5;

  /**
   * Of one with experts, which has about twice as many kernels: 50 ms a step of the 48 of Qwen3 30B
   * on four A10 (vllm-project/vllm#17469).
   */
  static final double UNCOMPILED_EXPERT_LAYER_MS = 1;

  /** It launches differently from here on: the engine that 0.8 made the default. */
  private static final Version WITH_V1 = new Version(List.of(0, 8));

  /** Graphs hold latent attention, and one kernel picks experts of groups. */
  private static final Version WITH_WHOLE_GRAPHS = new Version(List.of(0, 11));

  private static final Version WITH_ASYNC = new Version(List.of(0, 21));
  private static final int HOPPER = 9;
  private static final int BLACKWELL = 10;

  static Launches of(
      BatchWork work, Version release, Card card, FormatCost format, ServingProfile profile) {
    double step =
        graphed(work, release, profile)
            + latent(work, release, card, profile)
            + rounding(work, release, format, profile);
    return new Launches(
        step * MILLI, least(work, release, profile) * MILLI, prompt(work, profile) * MILLI);
  }

  /** Milliseconds of all layers that are neither compiled nor in a graph. */
  static double uncompiled(int layers, int expertLayers) {
    return UNCOMPILED_LAYER_MS * (layers - expertLayers)
        + UNCOMPILED_EXPERT_LAYER_MS * expertLayers;
  }

  private static double uncompiled(BatchWork work) {
    return uncompiled(work.model().layers(), work.expertLayers());
  }

  private static double graphed(BatchWork work, Version release, ServingProfile profile) {
    Constant step = Constant.STEP_MS;
    Constant layer = Constant.LAYER_MS;
    if (release.compareTo(WITH_V1) < 0) {
      step = Constant.STEP_MS_BEFORE_0_8;
      layer = Constant.LAYER_MS_BEFORE_0_8;
    } else if (release.compareTo(WITH_ASYNC) < 0) {
      step = Constant.STEP_MS_BEFORE_0_21;
      layer = Constant.LAYER_MS_BEFORE_0_21;
    }
    double experts = profile.get(Constant.EXPERT_LAYER_MS) * work.expertLayers();
    return profile.get(step) + profile.get(layer) * work.wholeLayers() + experts;
  }

  /**
   * What goes into matrices is rounded for them where a card computes in their few bits. To four
   * bits it no longer shows from 0.21 on: Qwen3.8 27B on an RTX PRO 6000 (sudoingX/qwen38-mtp#11).
   */
  private static double rounding(
      BatchWork work, Version release, FormatCost format, ServingProfile profile) {
    double layers =
        switch (format.rounds()) {
          case NONE -> 0;
          case DENSE -> release.compareTo(WITH_ASYNC) < 0 ? dense(work) : 0;
          case ALL -> work.wholeLayers();
        };
    return profile.get(Constant.ROUNDING_LAYER_MS) * layers;
  }

  /** Layers without experts. */
  private static double dense(BatchWork work) {
    return Math.max(0, work.wholeLayers() - work.expertLayers());
  }

  /**
   * What latent attention costs besides. Before 0.11, and on cards before Hopper before 0.21,
   * graphs leave it out and the host launches its kernels one by one.
   */
  private static double latent(BatchWork work, Version release, Card card, ServingProfile profile) {
    if (!work.isLatent()) {
      return 0;
    }
    double layer = profile.get(Constant.LATENT_LAYER_MS);
    double router = 0;
    int generation = card.computeCapability().major();
    if (generation < BLACKWELL) {
      layer += profile.get(Constant.SPLIT_LATENT_LAYER_MS);
    }
    Version whole = generation >= HOPPER ? WITH_WHOLE_GRAPHS : WITH_ASYNC;
    if (work.eager() || release.compareTo(whole) < 0) {
      layer += profile.get(Constant.UNGRAPHED_LATENT_LAYER_MS);
    }
    if (release.compareTo(WITH_WHOLE_GRAPHS) < 0) {
      router = profile.get(Constant.GROUPED_ROUTER_LAYER_MS);
    }
    return layer * work.model().layers() + router * work.expertLayers();
  }

  /** What the host takes to launch what no graph holds: everything, or attention of all layers. */
  private static double least(BatchWork work, Version release, ServingProfile profile) {
    if (work.eager()) {
      return uncompiled(work);
    }
    boolean pieces = release.compareTo(WITH_V1) >= 0 && release.compareTo(WITH_WHOLE_GRAPHS) < 0;
    return pieces ? profile.get(Constant.HOST_LAYER_MS_BEFORE_0_11) * work.model().layers() : 0;
  }

  private static double prompt(BatchWork work, ServingProfile profile) {
    if (work.eager()) {
      return uncompiled(work) * work.chunks();
    }
    double layers = profile.get(Constant.EAGER_LAYER_MS) * work.wholeLayers() * work.chunks();
    return work.promptTokens() <= LARGEST_GRAPH ? 0 : layers;
  }
}
