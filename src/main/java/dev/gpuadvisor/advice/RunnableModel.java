package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.Adapters;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model that runs on some hardware, in the best format that does: of those that leave room to
 * spare the one with the most bits, else of those that fit at all. A model is never taken in more
 * bits than it is published in.
 */
public record RunnableModel(
    Workload workload, QuantizationChoice quantization, Fitting fitting, SpeedEstimate speed) {

  public Model model() {
    return workload.model();
  }

  /** Those of some models that run and take the context, the largest first. */
  public static List<RunnableModel> of(List<Model> models, RunnableQuestion question) {
    return models.stream()
        .filter(model -> model.kind() == ModelKind.GENERATOR)
        .filter(model -> model.maxContext() >= question.tokens().context())
        .flatMap(model -> best(model, question).stream())
        .sorted(Comparator.comparingLong(each -> -each.model().parameters()))
        .toList();
  }

  private static Optional<RunnableModel> best(Model model, RunnableQuestion question) {
    Workload workload =
        new Workload(
            model,
            question.runtime(),
            question.tokens(),
            question.runtime().kvCacheTypes().get(0),
            Adapters.NONE);
    List<RunnableModel> running =
        families(model, question.runtime().formats())
            .flatMap(
                family -> QuantizationChoice.ofFamily(family, model, question.runtime()).stream())
            .flatMap(choice -> on(workload, choice, question).stream())
            .toList();
    return running.stream()
        .filter(each -> each.fitting.fit() == Fit.COMFORTABLE)
        .findFirst()
        .or(() -> running.stream().findFirst());
  }

  /** From most bits to least, from those on that the model is published in. */
  private static Stream<String> families(Model model, Map<String, List<Quantization>> formats) {
    boolean loadsNative =
        formats.values().stream()
            .flatMap(List::stream)
            .anyMatch(format -> format.id().equals(model.nativeFormat()));
    return formats.entrySet().stream()
        .dropWhile(
            family ->
                loadsNative
                    && family.getValue().stream()
                        .noneMatch(format -> format.id().equals(model.nativeFormat())))
        .map(Map.Entry::getKey);
  }

  private static Optional<RunnableModel> on(
      Workload workload, QuantizationChoice choice, RunnableQuestion question) {
    LaidOut laid = LaidOut.of(workload, choice, question.hardware());
    return laid.speed()
        .map(speed -> new RunnableModel(workload, laid.quantization(), laid.fitting(), speed));
  }
}
