package dev.gpuadvisor.slack;

import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.RentingParameters;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.FitMessage;
import dev.gpuadvisor.slack.message.MessageBuilder;
import dev.gpuadvisor.story.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays what is asked about on the card that a line names. */
record Fits(Questions questions, Request request) {

  private static final List<String> FEWER_BITS = List.of("4bit", "q4_k_m");
  private static final List<Integer> SIZES = List.of(2, 4, 8, 16);

  FitMessage message(
      MessageBuilder page,
      EstimateQuestion asked,
      LocalDate today,
      List<Note> told,
      Optional<String> again) {
    LaidOut laid = with(asked);
    Optional<LaidOut> more = onMore(asked, laid);
    Optional<Story> rented = rented(asked, more.orElse(laid), today);
    return new FitMessage(page, laid, more, asked.load(), rented, told, again);
  }

  /** Where no format is named, one with fewer bits if the usual one does not fit. */
  private LaidOut with(EstimateQuestion asked) {
    LaidOut laid = laid(asked);
    return fits(laid) ? laid : smaller(request).findFirst().orElse(laid);
  }

  /** On the fewest of the cards that do, where one does not and nobody says how many there are. */
  private Optional<LaidOut> onMore(EstimateQuestion asked, LaidOut laid) {
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

  /**
   * The same question of what to rent: what the card costs under the load that it is to carry.
   * Empty without a load, and where nobody rents it out for that.
   */
  private Optional<Story> rented(EstimateQuestion asked, LaidOut laid, LocalDate today) {
    if (asked.load().isEmpty()) {
      return Optional.empty();
    }
    Request rent =
        request
            .without(List.of(LookupParameters.GPUS))
            .with(RentingParameters.MAX_GPUS, Integer.toString(laid.hardware().gpus()))
            .with(Parameters.QUANTIZATION, laid.quantization().asked());
    try {
      return Optional.of(
              questions.recommendation().read(rent.arguments(), request.language()).question())
          .map(question -> new Story(Advisor.recommend(question, today), today));
    } catch (ProblemException e) {
      return Optional.empty(); // a card that nobody rents out
    }
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
