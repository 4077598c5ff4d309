package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.slack.line.Request;
import java.util.List;
import java.util.Optional;

/** Lays what is asked about on the card that a line names. */
record Fits(Questions questions, Request request) {

  private static final String FEWER_BITS = "4bit";

  /** Where no format is named, one with fewer bits if the usual one does not fit. */
  LaidOut with(EstimateQuestion asked) {
    LaidOut laid = laid(asked);
    boolean open = request.arguments().get(Parameters.QUANTIZATION.name()).isEmpty();
    return open && laid.fitting().fit() == Fit.NO
        ? fewerBits().filter(on -> on.fitting().fit() != Fit.NO).orElse(laid)
        : laid;
  }

  private Optional<LaidOut> fewerBits() {
    Request smaller = request.with(Parameters.QUANTIZATION, FEWER_BITS);
    try {
      return Optional.of(
          laid(questions.estimate().read(smaller.arguments(), request.language()).question()));
    } catch (ProblemException e) {
      return Optional.empty(); // a task that takes no such format
    }
  }

  /** A line without a card is asked back. */
  private static LaidOut laid(EstimateQuestion asked) {
    Hardware hardware = new Hardware(List.of(asked.card().orElseThrow()), asked.gpus());
    return LaidOut.of(asked.task(), asked.quantization(), hardware);
  }
}
