package dev.gpuadvisor.serving;

import dev.gpuadvisor.catalog.ServingProfile.Constant;

/**
 * What is known of a constant before the rows are looked at.
 *
 * @param value from data sheets, source code or single measurements of the part
 * @param spread of its logarithm
 */
record Prior(double value, double spread) {

  static Prior of(Constant constant) {
    return switch (constant) {
      case STEP_MS_BEFORE_0_8 -> new Prior(1, 0.5);
      case LAYER_MS_BEFORE_0_8 -> new Prior(0.05, 0.5);
      case STEP_MS_BEFORE_0_21 -> new Prior(0.7, 0.4);
      case LAYER_MS_BEFORE_0_21 -> new Prior(0.03, 0.4);
      // Qwen3 0.6B and 1.7B on an A100: 4.2 and 4.6 ms for 28 layers (tt-inference-server#340).
      case HOST_LAYER_MS_BEFORE_0_11 -> new Prior(0.145, 0.002);
      case STEP_MS -> new Prior(0.6, 0.3);
      case LAYER_MS -> new Prior(0.012, 0.3);
      case EXPERT_LAYER_MS, LATENT_LAYER_MS -> new Prior(0.02, 0.7);
      // Two kernels more, of some 10 us each with the gaps between them.
      case SPLIT_LATENT_LAYER_MS -> new Prior(0.03, 0.25);
      // Kimi K2.6 on eight A100: 3.1 ms of 61 layers (vllm-project/vllm#42885).
      case UNGRAPHED_LATENT_LAYER_MS -> new Prior(0.05, 0.3);
      // A dozen kernels of 4 us, where the one that took their place takes 4 to 7 (#34206).
      case GROUPED_ROUTER_LAYER_MS -> new Prior(0.045, 0.4);
      // Kernels of some 5 us before each of four matrices, some of them part of others.
      case ROUNDING_LAYER_MS -> new Prior(0.015, 0.7);
      case SEQUENCE_US -> new Prior(10, 0.5);
      case TOKEN_US -> new Prior(52, 0.1);
      case FIRST_TOKEN_MS -> new Prior(7.5, 0.2);
      case PROMPT_TOKEN_US -> new Prior(2.6, 0.3);
      case EAGER_LAYER_MS -> new Prior(0.2, 0.3);
      case QUEUE -> new Prior(0.5, 0.5);
      case FRONT_END_MS -> new Prior(3, 0.7);
      case CACHE_BANDWIDTH -> new Prior(0.9, 0.1);
      case EXPERT_BANDWIDTH -> new Prior(0.8, 0.2);
      // Qwen3 30B on an A100 (tt-inference-server#340): 3.6 GB of experts in some 5 ms.
      case EXPERT_GB_PER_SECOND_BEFORE_HOPPER -> new Prior(750, 0.2);
      case EXPERT_COMPUTE -> new Prior(0.6, 0.2);
      case WEIGHT_ONLY -> new Prior(0.8, 0.15);
      case WIDENED_EXPERTS_GIGA -> new Prior(6000, 0.4);
      case FP8_COMPUTE -> new Prior(1.6, 0.1);
      case FP4_COMPUTE -> new Prior(2.4, 0.15);
      case NVLINK_US, PCIE_US -> new Prior(10, 0.4);
      case NVLINK_SHARE -> new Prior(0.12, 0.4);
      case PCIE_GB_PER_SECOND -> new Prior(8, 0.4);
    };
  }
}
