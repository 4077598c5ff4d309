package dev.gpuadvisor.question;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.RuntimeProfile;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.sizing.RuntimeReason;
import java.util.Optional;

/** The runtime that a workload is on, and why. */
record RuntimeRule(RuntimeProfile runtime, RuntimeReason reason) {

  static RuntimeRule of(Inputs inputs, Optional<Model> model) {
    return new RuntimeChoice(inputs).of(model);
  }
}
