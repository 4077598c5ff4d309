package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Inputs;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.sizing.log.StartupLog;
import dev.gpuadvisor.sizing.log.StartupLogs;
import dev.gpuadvisor.text.Msg;
import java.util.Comparator;
import java.util.Optional;

/**
 * A start-up log, and what it was the start of. What the log says are parameters like others, so
 * that a caller may add what it leaves out: nothing of it is kept.
 *
 * @param asked the same as a question for the advisor
 * @param card empty where neither the caller nor the log tells it
 * @param gpus how many of the card
 */
public record LogQuestion(StartupLog log, Question asked, Optional<Card> card, int gpus) {

  private static final double GIB = 1L << 30;

  /** What a log calls its total is a little less than what a driver reports. */
  private static final double MOST_RESERVED_GIB = 1.5;

  static Optional<LogQuestion> read(Inputs inputs, Reader<Question> recommendation) {
    Optional<String> text = inputs.one(LookupParameters.LOG);
    Optional<StartupLog> log = text.flatMap(StartupLogs::read);
    if (log.isEmpty()) {
      if (text.isPresent()) {
        inputs.fault(LookupParameters.LOG, Msg.Fault.noLog());
      }
      return Optional.empty();
    }
    StartupLog known = log.get();
    Question question = recommendation.read(arguments(known, inputs, recommendation)).question();
    return Optional.of(new LogQuestion(known, question, card(known, inputs), gpus(known, inputs)));
  }

  /** What the caller says counts more than what the log says. */
  private static Arguments arguments(
      StartupLog log, Inputs given, Reader<Question> recommendation) {
    Arguments arguments = new Arguments();
    for (Parameter<?> parameter : given.given()) {
      boolean ran = parameter.equals(LookupParameters.CARD); // which others may replace
      if (!ran && !parameter.equals(LookupParameters.LOG)) {
        arguments.add(parameter.name(), given.text(parameter));
      }
    }
    String release = log.release().map(number -> "-" + number).orElse("");
    add(arguments, "runtime", log.runtime() + release);
    boolean tooMany = gpusOf(log) > Hardware.MAX_GPUS;
    log.settings().entrySet().stream()
        .filter(each -> !(tooMany && each.getKey().equals("parallel")))
        .forEach(each -> add(arguments, each.getKey(), each.getValue()));
    // Of more GPUs than are looked at, what is recommended has as many as can be.
    int most = Math.min(gpusOf(log), Hardware.MAX_GPUS);
    add(arguments, "max_gpus", Integer.toString(most));
    Catalog catalog = given.catalog();
    arguments.get("model").stream()
        .flatMap(model -> catalog.models().find(model).stream())
        .forEach(model -> add(arguments, "quantization", model.nativeFormat()));
    return arguments.without(
        name -> recommendation.parameters().stream().noneMatch(each -> each.name().equals(name)));
  }

  private static void add(Arguments arguments, String name, String value) {
    if (arguments.get(name).isEmpty()) {
      arguments.add(name, value);
    }
  }

  /** The card that is named, or else one whose memory is what the log prints. */
  private static Optional<Card> card(StartupLog log, Inputs inputs) {
    Optional<Card> named = inputs.one(LookupParameters.CARD);
    Double total = log.parts().get("total_gib");
    if (named.isPresent() || total == null) {
      return named;
    }
    return inputs.catalog().cards().all().stream()
        .filter(card -> Math.abs(card.cudaBytes() / GIB - total) < MOST_RESERVED_GIB)
        .min(Comparator.comparingDouble(card -> Math.abs(card.cudaBytes() / GIB - total)));
  }

  private static int gpus(StartupLog log, Inputs inputs) {
    return inputs.one(LookupParameters.GPUS).orElseGet(() -> gpusOf(log));
  }

  private static int gpusOf(StartupLog log) {
    return Integer.parseInt(log.settings().getOrDefault("gpus", "1"));
  }
}
