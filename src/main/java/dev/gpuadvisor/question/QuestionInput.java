package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Constraints;
import dev.gpuadvisor.advice.Current;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Sought;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.money.Usage;
import dev.gpuadvisor.parameter.CardsWanted;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.ModelDescriptionParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.ProviderName;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.parameter.ServingParameters;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** From parameters to a question for the advisor. */
final class QuestionInput {

  private static final List<String> DEFAULT_FAMILIES = List.of("8bit", "4bit");

  private final Inputs inputs;

  private QuestionInput(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Empty where something is faulty. */
  static Optional<Question> read(Inputs inputs) {
    return TaskInput.of(inputs).flatMap(input -> new QuestionInput(inputs).question(input));
  }

  private Optional<Question> question(TaskInput input) {
    Optional<Task> task = input.task();
    List<QuantizationChoice> quantizations =
        input.quantizations(Parameters.QUANTIZATIONS, DEFAULT_FAMILIES);
    task.ifPresent(asked -> requireGenerator(asked.model()));
    Optional<Current> current = CurrentInput.read(inputs);
    List<PriceList> lists = ProviderName.priceLists(inputs);
    return task.map(
        asked ->
            new Question(
                asked,
                quantizations,
                lists,
                constraints(),
                current,
                LoadInput.of(inputs, asked, SpeedAsked.WITHOUT_LOAD),
                inputs.readAs(),
                new Sought(
                    ProviderName.where(inputs),
                    ProviderName.cards(inputs).map(CardsWanted::ids).orElse(List.of()),
                    ProviderName.cards(inputs).filter(CardsWanted::excluded).isPresent(),
                    inputs.exchange())));
  }

  /** Offers are judged by what generates tokens; of other models only the memory is known. */
  private void requireGenerator(Model model) {
    Parameter<?> given =
        inputs.isGiven(Parameters.MODEL) ? Parameters.MODEL : ModelDescriptionParameters.CONFIG;
    switch (model.kind()) {
      case GENERATOR -> {}
      case ENCODER -> inputs.fault(given, Msg.Uncovered.encoderToRent());
      case SPEECH -> inputs.fault(given, Msg.Uncovered.speechToRent());
    }
  }

  private Constraints constraints() {
    Constraints.Budget budget =
        new Constraints.Budget(
            inputs.one(RentingParameters.BUDGET_PER_HOUR),
            inputs.one(RentingParameters.BUDGET_PER_MONTH),
            inputs.one(TuningParameters.BUDGET_PER_RUN),
            usage());
    return new Constraints(
        budget,
        inputs.one(RentingParameters.MIN_SUPPLY).orElse(Supply.UNKNOWN),
        inputs.one(RentingParameters.MAX_GPUS).orElse(gpusOfParallel()),
        new SpeedAsked(inputs).leastTokensPerSecond(),
        inputs.value(RentingParameters.RANK_BY));
  }

  private Usage usage() {
    return new Usage(
        inputs.value(RentingParameters.HOURS_PER_MONTH),
        inputs.value(RentingParameters.STARTS_PER_HOUR),
        inputs.value(RentingParameters.STARTUP_SECONDS),
        inputs.value(RentingParameters.IDLE_SECONDS));
  }

  /** As many as the parallelism that was asked for takes. */
  private int gpusOfParallel() {
    return Math.max(
        1, inputs.one(ServingParameters.PARALLEL).map(parallel -> parallel.gpus()).orElse(1));
  }
}
