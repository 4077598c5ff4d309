package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Own;
import dev.gpuadvisor.money.Purchase;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.InsteadParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** From parameters to hardware of the caller's own, and what it costs. */
record OwnInput(Inputs inputs) {

  private static final List<Parameter<?>> COSTS =
      List.of(
          InsteadParameters.PURCHASE_USD,
          InsteadParameters.YEARS,
          InsteadParameters.WATTS,
          InsteadParameters.USD_PER_KWH);

  /** Empty where there is none, or it is faulty. */
  Optional<Own> own() {
    if (!inputs.isGiven(InsteadParameters.OWN)) {
      COSTS.stream()
          .filter(inputs::isGiven)
          .findFirst()
          .ifPresent(any -> inputs.fault(InsteadParameters.OWN, Msg.Fault.ownOfWhat()));
      return Optional.empty();
    }
    if (COSTS.stream().anyMatch(inputs::isFaulty)) {
      return Optional.empty();
    }
    Purchase purchase =
        new Purchase(
            inputs.value(InsteadParameters.PURCHASE_USD),
            inputs.value(InsteadParameters.YEARS),
            inputs.value(InsteadParameters.WATTS),
            inputs.value(InsteadParameters.USD_PER_KWH));
    if (purchase.price().perHour().signum() == 0) {
      inputs.fault(InsteadParameters.WATTS, Msg.Fault.ownForNothing());
      return Optional.empty();
    }
    return inputs.one(InsteadParameters.OWN).map(machine -> Own.of(machine, purchase));
  }
}
