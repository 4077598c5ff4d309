package dev.gpuadvisor.question;

import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.RuntimeSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** From parameters to how a server is started. */
record SettingsInput(Inputs inputs) {

  /** Those that name vLLM. */
  static final List<Parameter<?>> OF_VLLM = ServingParameters.OF_VLLM;

  RuntimeSettings settings() {
    return new RuntimeSettings(
        share(),
        whole(ServingParameters.MAX_NUM_SEQS),
        whole(ServingParameters.MAX_NUM_BATCHED_TOKENS),
        inputs.one(ServingParameters.PARALLEL).orElse(Parallel.AUTO),
        false,
        whole(ServingParameters.GPU_LAYERS),
        0);
  }

  private OptionalDouble share() {
    Optional<BigDecimal> share = inputs.one(ServingParameters.GPU_MEMORY_UTILIZATION);
    return share.isPresent()
        ? OptionalDouble.of(share.get().doubleValue())
        : OptionalDouble.empty();
  }

  private OptionalInt whole(Parameter<Integer> parameter) {
    Optional<Integer> number = inputs.one(parameter);
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }
}
