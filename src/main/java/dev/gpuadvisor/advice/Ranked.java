package dev.gpuadvisor.advice;

import dev.gpuadvisor.money.Bill;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.Optional;

/** What can be put in order. */
interface Ranked {

  Bill bill();

  /** Empty where the workload does not fit. */
  Optional<SpeedEstimate> speed();
}
