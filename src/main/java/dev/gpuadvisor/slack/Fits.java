package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.slack.line.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays what is asked about on the card that a line names. */
record Fits(Questions questions, Request request) {

  private static final List<String> FEWER_BITS = List.of("4bit", "q4_k_m");
  private static final List<Integer> SIZES = List.of(2, 4, 8, 16);

  /** Where no format is named, one with fewer bits if the usual one does not fit. */
  LaidOut with(EstimateQuestion asked) {
    LaidOut laid = laid(asked);
    return fits(laid) ? laid : smaller(request).findFirst().orElse(laid);
  }

  /** On the fewest of the cards that do, where one does not and nobody says how many there are. */
  Optional<LaidOut> onMore(EstimateQuestion asked, LaidOut laid) {
    boolean said =
        asked.gpus() > 1 || !request.arguments().get(LookupParameters.GPUS.name()).isEmpty();
    return said || fits(laid)
        ? Optional.empty()
        : SIZES.stream()
            .map(gpus -> request.with(LookupParameters.GPUS, gpus.toString()))
            .flatMap(more -> Stream.concat(with(more).filter(Fits::fits).stream(), smaller(more)))
            .findFirst();
  }

  /** In formats of fewer bits; what several GPUs cannot share evenly llama.cpp still splits. */
  private Stream<LaidOut> smaller(Request on) {
    boolean open = request.arguments().get(Parameters.QUANTIZATION.name()).isEmpty();
    return (open ? FEWER_BITS.stream() : Stream.<String>empty())
        .flatMap(format -> with(on.with(Parameters.QUANTIZATION, format)).stream())
        .filter(Fits::fits);
  }

  private static boolean fits(LaidOut laid) {
    return laid.fitting().fit() != Fit.NO;
  }

  private Optional<LaidOut> with(Request other) {
    try {
      return Optional.of(
          laid(questions.estimate().read(other.arguments(), request.language()).question()));
    } catch (ProblemException e) {
      return Optional.empty(); // a task that takes no such format
    }
  }

  private static LaidOut laid(EstimateQuestion asked) {
    Hardware hardware = new Hardware(List.of(asked.card().orElseThrow()), asked.gpus());
    return LaidOut.of(asked.task(), asked.quantization(), hardware);
  }
}
