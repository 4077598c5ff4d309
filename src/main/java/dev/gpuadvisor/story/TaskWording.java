package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is to run, in a line. */
public final class TaskWording {

  private TaskWording() {}

  /** What is to run, and what the weights are stored in. */
  public static Message of(Question question, List<QuantizationChoice> quantizations) {
    String formats = quantizations.stream().map(Wording::format).collect(Collectors.joining(", "));
    return question
        .load()
        .filter(load -> load.measured().isEmpty())
        .map(load -> load(load, (Workload) question.task(), formats))
        .orElseGet(() -> of(question.task(), formats));
  }

  /** So many requests: who may ask at a time follows from them. */
  private static Message load(Load load, Workload workload, String formats) {
    return Msg.Answer.loadCarried(formats, LoadStory.rate(load), workload.runtime().id());
  }

  /** The same without offers. */
  public static Message of(Task task, String formats) {
    return task instanceof Tuning tuning ? load(tuning, formats) : load((Workload) task, formats);
  }

  private static Message load(Workload workload, String formats) {
    int rank = workload.adapters().rank();
    int context = workload.tokens().context();
    int users = workload.tokens().concurrency();
    String runtime = workload.runtime().id();
    return rank == 0
        ? Msg.Answer.load(context, formats, runtime, users)
        : Msg.Answer.loadLora(context, formats, rank, runtime, users);
  }

  private static Message load(Tuning tuning, String formats) {
    return Msg.Answer.loadTuning(
        tuning.batch(),
        formats,
        tuning.method().name().toLowerCase(Locale.ROOT),
        tuning.sequenceLength());
  }
}
