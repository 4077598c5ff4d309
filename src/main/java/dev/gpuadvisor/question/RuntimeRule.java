package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.sizing.RuntimeReason;
import java.util.List;
import java.util.Optional;

/**
 * The runtime that a workload is on, and why.
 *
 * @param servers what would serve it to more users; empty where it is on one of them
 */
record RuntimeRule(RuntimeProfile runtime, RuntimeReason reason, List<RuntimeProfile> servers) {

  RuntimeRule(RuntimeProfile runtime, RuntimeReason reason) {
    this(runtime, reason, List.of());
  }

  static RuntimeRule of(Inputs inputs, Optional<Model> model) {
    return new RuntimeChoice(inputs).of(model);
  }
}
