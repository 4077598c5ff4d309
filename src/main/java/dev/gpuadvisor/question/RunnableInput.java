package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Rented;
import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** From parameters to the reverse question: what runs on this? */
final class RunnableInput {

  private static final List<Parameter<?>> OF_HARDWARE =
      List.of(
          LookupParameters.GPUS, Parameters.CONTEXT, Parameters.CONCURRENCY, Parameters.RUNTIME);

  private RunnableInput() {}

  /** Empty where no hardware is named; a fault where something is given that needs it. */
  static Optional<RunnableQuestion> read(Inputs inputs) {
    Optional<Rented> on = inputs.one(LookupParameters.RUNS_ON);
    if (on.isEmpty()) {
      OF_HARDWARE.stream()
          .filter(inputs::isGiven)
          .findFirst()
          .ifPresent(given -> inputs.fault(LookupParameters.RUNS_ON, Msg.Fault.gpusOfWhat()));
      return Optional.empty();
    }
    int gpus = on.get().gpus() * inputs.value(LookupParameters.GPUS);
    if (gpus > Hardware.MAX_GPUS) {
      inputs.fault(LookupParameters.GPUS, Msg.Fault.tooManyGpus(Hardware.MAX_GPUS));
      return Optional.empty();
    }
    int context = inputs.value(Parameters.CONTEXT);
    return Optional.of(
        new RunnableQuestion(
            on.get().name(),
            new Hardware(on.get().cards(), gpus),
            new RuntimeChoice(inputs).on(on.get().cards(), gpus),
            new Tokens(
                context, Tokens.defaultOutput(context), inputs.value(Parameters.CONCURRENCY))));
  }
}
