package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.KvCacheType;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;

/**
 * What is to be served, whatever its weights are stored in.
 *
 * @param adapters those that are loaded with the model
 */
public record Workload(
    Model model, RuntimeProfile runtime, Tokens tokens, KvCacheType kvCache, Adapters adapters) {

  public Workload with(Tokens others) {
    return new Workload(model, runtime, others, kvCache, adapters);
  }
}
