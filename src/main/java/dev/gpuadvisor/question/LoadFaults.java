package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.load.Latency;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.InsteadParameters;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.sizing.Speculation;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.List;

/** What is refused of a load: what contradicts the rest of it, or says nothing without it. */
record LoadFaults(Inputs inputs) {

  private static final List<Parameter<BigDecimal>> API =
      List.of(
          InsteadParameters.API_USD_PER_MILLION_INPUT,
          InsteadParameters.API_USD_PER_MILLION_OUTPUT);

  /**
   * Refuses what hangs on how often requests arrive, which nobody says.
   *
   * @param ofOtherUse what says something all the same
   */
  void refuseWithoutRate(List<Parameter<?>> ofOtherUse) {
    boolean lengths = LoadInput.givesLengths(inputs);
    inputs.given().stream()
        .filter(
            each ->
                each.group() == Group.LOAD
                    || API.contains(each)
                    || each.equals(InsteadParameters.API_USD_PER_MILLION_CACHED))
        .filter(each -> !lengths || !LoadInput.OF_A_REQUEST.contains(each))
        .filter(each -> !ofOtherUse.contains(each) && !saysThatNobodyWaits(each))
        .forEach(each -> inputs.fault(each, Msg.Fault.loadOfWhat()));
  }

  /** As where no target is given. */
  private boolean saysThatNobodyWaits(Parameter<?> parameter) {
    return parameter.equals(LoadParameters.LATENCY)
        && inputs.one(LoadParameters.LATENCY).filter(Latency.BATCH::equals).isPresent();
  }

  void refuseContradictions() {
    List<Parameter<BigDecimal>> rates =
        LoadParameters.RATES.stream().filter(inputs::isGiven).toList();
    rates.stream().skip(1).forEach(rate -> inputs.fault(rate, Msg.Fault.twoRates()));
    long given = API.stream().filter(inputs::isGiven).count();
    if (given == 1 || given == 0 && inputs.isGiven(InsteadParameters.API_USD_PER_MILLION_CACHED)) {
      API.stream()
          .filter(each -> !inputs.isGiven(each))
          .forEach(each -> inputs.fault(each, Msg.Fault.missing()));
    }
  }

  void refuseMoreThanDrafted(Speculation drafting) {
    int most = drafting.tokens() + 1;
    if (inputs
        .one(LoadParameters.ACCEPTED_TOKENS_PER_STEP)
        .filter(accepted -> accepted.compareTo(BigDecimal.valueOf(most)) > 0)
        .isPresent()) {
      inputs.fault(LoadParameters.ACCEPTED_TOKENS_PER_STEP, Msg.Fault.moreThanDrafted(most));
    }
  }
}
