package dev.gpuadvisor.sizing.llamacpp;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.llamacpp.LlamaCppMemory.Placement;

/**
 * Which layers of a model lie on which GPU. The language-model head counts as one behind the
 * others; GPUs take the last that there are, each as many as the next.
 *
 * <p>Source: {@code load_tensors} in ggml-org/llama.cpp src/llama-model.cpp. Until pull request
 * 18148 the head went to a GPU only when all others had.
 *
 * @param first layer on a GPU, from 0
 * @param count of layers on GPUs, the head being one
 */
public record GpuLayers(Model model, int first, int count, int gpus) {

  public static GpuLayers of(Setup setup, Placement placement) {
    int layers = setup.model().layers();
    int count = Math.min(placement.layers(), layers + 1);
    int before = setup.profile().headFirst() ? layers + 1 - count : Math.max(0, layers - count);
    return new GpuLayers(setup.model(), before, count, placement.gpus());
  }

  /** Whether nothing stays in the memory of the host that a GPU could hold. */
  boolean isWhole() {
    return count > model.layers();
  }

  public boolean hasHead() {
    return count > 0 && first + count > model.layers();
  }

  boolean hasHead(int gpu) {
    return from(gpu) <= model.layers() && model.layers() < from(gpu + 1);
  }

  /** Those of all GPUs, without the head. */
  public LayerRange all() {
    return range(first, first + count);
  }

  LayerRange of(int gpu) {
    return range(from(gpu), from(gpu + 1));
  }

  private LayerRange range(int from, int to) {
    return new LayerRange(model, Math.min(from, model.layers()), Math.min(to, model.layers()));
  }

  private int from(int gpu) {
    return first + (gpu * count + gpus - 1) / gpus;
  }
}
