package dev.gpuadvisor.advice;

import dev.gpuadvisor.money.Price;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.Optional;

/** What can be put in order. */
interface Ranked {

  Price price();

  /** Empty where the workload does not fit. */
  Optional<SpeedEstimate> speed();
}
