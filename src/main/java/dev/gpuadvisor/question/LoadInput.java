package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.load.Goal;
import dev.gpuadvisor.advice.load.Latency;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.advice.load.MeasuredStart;
import dev.gpuadvisor.advice.load.Starting;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.money.ApiPrice;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.InsteadParameters;
import dev.gpuadvisor.parameter.LoadParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.Requests;
import dev.gpuadvisor.sizing.speed.Targets;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From parameters to the load that is to be carried. */
record LoadInput(Inputs inputs) {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
  private static final int DECIMALS = 9;

  static final List<Parameter<Integer>> OF_A_REQUEST =
      List.of(
          LoadParameters.INPUT_TOKENS, LoadParameters.REASONING_TOKENS, Parameters.OUTPUT_TOKENS);

  /**
   * What a task is to carry; empty where there is none, or it is faulty.
   *
   * @param ofOtherUse parameters of a load that say something without one, too
   */
  static Optional<Load> of(Inputs inputs, Task task, List<Parameter<?>> ofOtherUse) {
    return task instanceof Workload workload
        ? new LoadInput(inputs).load(workload, ofOtherUse)
        : Optional.empty();
  }

  /** Whether requests are to be answered: what serves them must take many at a time. */
  static boolean isGiven(Inputs inputs) {
    return LoadParameters.RATES.stream().anyMatch(inputs::isGiven);
  }

  /**
   * Tokens of a whole request, where the caller says anything of it; a context that nobody gives
   * must hold them. Of a load, what is not said is usual.
   */
  static int givenTokens(Inputs inputs) {
    Optional<Integer> input = inputs.one(LoadParameters.INPUT_TOKENS);
    Optional<Integer> output = inputs.one(Parameters.OUTPUT_TOKENS);
    int reasoning = inputs.one(LoadParameters.REASONING_TOKENS).orElse(0);
    boolean loaded = isGiven(inputs) || givesLengths(inputs);
    long all =
        (long) input.orElse(loaded ? Tokens.USUAL_INPUT : 0)
            + output.orElse(loaded ? Tokens.USUAL_OUTPUT : 0)
            + reasoning;
    return (int) Math.min(Tokens.MAX_CONTEXT, all);
  }

  /** Empty where there is none, or it is faulty. */
  private Optional<Load> load(Workload workload, List<Parameter<?>> ofOtherUse) {
    int context = workload.tokens().context();
    LoadFaults faults = new LoadFaults(inputs);
    if (!isGiven(inputs)) {
      faults.refuseWithoutRate(ofOtherUse);
      return Optional.empty();
    }
    faults.refuseContradictions();
    workload.settings().speculation().ifPresent(faults::refuseMoreThanDrafted);
    Optional<Requests> requests = requests(context);
    boolean faulty =
        inputs.given().stream()
            .filter(each -> each.group() == Group.LOAD || each.group() == Group.INSTEAD)
            .anyMatch(inputs::isFaulty);
    if (faulty || requests.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal hours = inputs.value(RentingParameters.HOURS_PER_MONTH);
    return Optional.of(
        new Load(
            requestsPerMonth(hours, requests.get()),
            hours,
            inputs.value(LoadParameters.PEAK_FACTOR),
            requests.get(),
            !inputs.isGiven(LoadParameters.INPUT_TOKENS)
                || !inputs.isGiven(Parameters.OUTPUT_TOKENS),
            goal(requests.get()),
            measured(),
            inputs.value(LoadParameters.MAX_LOAD),
            inputs.value(LoadParameters.MIN_REPLICAS),
            starting(workload.model()),
            api()));
  }

  /** Whether a sequence is as long as its parts: nobody says how often users ask. */
  static boolean givesLengths(Inputs inputs) {
    return !isGiven(inputs)
        && inputs.isGiven(LoadParameters.INPUT_TOKENS)
        && !inputs.isGiven(Parameters.CONTEXT);
  }

  private Optional<Requests> requests(int context) {
    int reasoning = inputs.value(LoadParameters.REASONING_TOKENS);
    int output =
        inputs.one(Parameters.OUTPUT_TOKENS).orElse(Tokens.usualOutput(context - reasoning));
    int input =
        inputs
            .one(LoadParameters.INPUT_TOKENS)
            .orElse(Tokens.usualInput(context, reasoning + output));
    if (output < 1) {
      inputs.fault(Parameters.OUTPUT_TOKENS, Msg.Fault.generatesNothing());
      return Optional.empty();
    }
    if ((long) input + output + reasoning > context) {
      Parameter<?> said =
          OF_A_REQUEST.stream().filter(inputs::isGiven).findFirst().orElse(Parameters.CONTEXT);
      inputs.fault(said, Msg.Fault.requestTokens(context));
      return Optional.empty();
    }
    return Optional.of(
        new Requests(
            input,
            output,
            reasoning,
            inputs.value(LoadParameters.PREFIX_HIT_RATE).doubleValue(),
            inputs.value(LoadParameters.ACCEPTED_TOKENS_PER_STEP).doubleValue()));
  }

  private BigDecimal requestsPerMonth(BigDecimal hours, Requests each) {
    return inputs
        .one(LoadParameters.REQUESTS_PER_SECOND)
        .map(rate -> rate.multiply(SECONDS_PER_HOUR).multiply(hours))
        .or(() -> inputs.one(LoadParameters.REQUESTS_PER_DAY).map(LoadInput::perMonth))
        .orElseGet(
            () ->
                perMonth(inputs.one(LoadParameters.TOKENS_PER_DAY).orElseThrow())
                    .divide(
                        BigDecimal.valueOf(each.fullContext()), DECIMALS, RoundingMode.HALF_UP));
  }

  private static BigDecimal perMonth(BigDecimal perDay) {
    return perDay
        .multiply(Usage.HOURS_OF_A_MONTH)
        .divide(HOURS_PER_DAY, DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * A target that is not given is the usual one where somebody waits; of a measured request nothing
   * more is known than its time.
   */
  private Goal goal(Requests requests) {
    Optional<BigDecimal> first = inputs.one(LoadParameters.MAX_FIRST_TOKEN_SECONDS);
    Optional<BigDecimal> token = inputs.one(LoadParameters.MAX_SECONDS_PER_TOKEN);
    boolean waits =
        inputs.value(LoadParameters.LATENCY) == Latency.INTERACTIVE
            && !inputs.isGiven(LoadParameters.SECONDS_PER_REQUEST);
    return new Goal(
        new Targets(
            target(first, waits, Goal.firstTokenSeconds(requests)),
            target(token, waits, Goal.SECONDS_PER_TOKEN)),
        waits && first.isEmpty(),
        waits && token.isEmpty());
  }

  private static OptionalDouble target(Optional<BigDecimal> given, boolean waits, double usual) {
    if (given.isPresent()) {
      return OptionalDouble.of(given.get().doubleValue());
    }
    return waits ? OptionalDouble.of(usual) : OptionalDouble.empty();
  }

  private Optional<Load.MeasuredRequest> measured() {
    return inputs
        .one(LoadParameters.SECONDS_PER_REQUEST)
        .map(seconds -> new Load.MeasuredRequest(seconds, inputs.value(Parameters.CONCURRENCY)));
  }

  private Starting starting(Model model) {
    Optional<BigDecimal> given = inputs.one(RentingParameters.STARTUP_SECONDS);
    Optional<MeasuredStart> measured =
        given.isPresent() ? Optional.empty() : Optional.of(MeasuredStart.of(model.parameters()));
    return new Starting(
        given.orElseGet(() -> BigDecimal.valueOf(Math.round(measured.get().repeat().mean()))),
        inputs.value(RentingParameters.IDLE_SECONDS),
        inputs.one(RentingParameters.STARTS_PER_HOUR),
        measured);
  }

  private Optional<ApiPrice> api() {
    return inputs
        .one(InsteadParameters.API_USD_PER_MILLION_INPUT)
        .map(
            input ->
                new ApiPrice(
                    input,
                    inputs.one(InsteadParameters.API_USD_PER_MILLION_CACHED).orElse(input),
                    inputs
                        .one(InsteadParameters.API_USD_PER_MILLION_OUTPUT)
                        .orElse(BigDecimal.ZERO)));
  }
}
