package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Parallel;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.memory.VllmFitting;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user of vLLM wonders about when the server is up. */
public final class VllmNotes {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** vLLM issues 54122 and 54383: what compiling takes is measured as activations. */
  private static final Version FIRST_THAT_COUNTS_COMPILING = Version.parse("0.21").orElseThrow();

  private static final long MOST_OF_COMPILING = 3L << 30;

  private VllmNotes() {}

  public static List<Note> of(Workload workload, Fitting fitting) {
    List<Note> notes = new ArrayList<>();
    fitting.vllm().ifPresent(vllm -> add(notes, workload, vllm));
    return notes;
  }

  /** How GPUs share what does not divide evenly over them, where that is left open. */
  public static List<Note> layout(Task task, QuantizationChoice choice, Fitting fitting) {
    List<Note> notes = new ArrayList<>();
    open(task, fitting)
        .filter(Parallel::wholeExperts)
        .ifPresent(
            open ->
                notes.add(
                    Note.of(
                        NoteCode.VLLM_WHOLE_EXPERTS,
                        Msg.Note.vllmWholeExperts(
                            choice.format().name(), open.tensor(), open.toString()))));
    stages(task, fitting).ifPresent(parallel -> notes.add(stages(task, choice, parallel)));
    return notes;
  }

  private static Note stages(Task task, QuantizationChoice choice, Parallel parallel) {
    String text = parallel.toString();
    Parallel wide = Parallel.tensor(parallel.gpus());
    return isUncut(task, choice) && wide.isPossible(task.model(), wide.gpus())
        ? Note.of(
            NoteCode.VLLM_UNCUT, Msg.Note.vllmUncut(choice.format().name(), text, wide.toString()))
        : Note.of(NoteCode.VLLM_STAGES, Msg.Note.vllmStages(parallel.gpus(), text));
  }

  /** Whether GPUs share it by layers because it does not divide evenly over them. */
  static boolean isInStages(Task task, QuantizationChoice choice, Fitting fitting) {
    return stages(task, fitting).isPresent() && !isUncut(task, choice);
  }

  private static boolean isUncut(Task task, QuantizationChoice choice) {
    return ((Workload) task).keepsWhole(choice.format());
  }

  /** Stages that nobody asked for. */
  private static Optional<Parallel> stages(Task task, Fitting fitting) {
    return open(task, fitting).filter(parallel -> parallel.pipeline() > 1);
  }

  /** A layout that nobody asked for. */
  private static Optional<Parallel> open(Task task, Fitting fitting) {
    return fitting
        .vllm()
        .filter(vllm -> !((Workload) task).settings().parallel().isFixed())
        .map(vllm -> vllm.settings().parallel());
  }

  private static void add(List<Note> notes, Workload workload, VllmFitting vllm) {
    double share = vllm.share();
    double usual = workload.runtime().usableFraction();
    if (vllm.isShareRaised()) {
      notes.add(
          Note.of(
              NoteCode.VLLM_SHARE_RAISED,
              Msg.Note.vllmShareRaised(decimal(share), decimal(usual))));
    }
    notes.add(
        Note.of(
            NoteCode.VLLM_TAKES_SHARE,
            Msg.Note.vllmTakesShare(percent(share), vllm.driverShows())));
    if (vllm.settings().eager()) {
      BigDecimal least = BigDecimal.valueOf(SpeedEstimate.eagerStepMillis(workload.model()));
      notes.add(
          Note.of(
              NoteCode.VLLM_EAGER, Msg.Note.vllmEager(least.setScale(1, RoundingMode.HALF_UP))));
    }
    if (isShortOnFirstStart(workload, vllm)) {
      notes.add(Note.of(NoteCode.VLLM_FIRST_START, Msg.Note.vllmFirstStart()));
    }
    if (workload.used().visionParameters() > 0) {
      notes.add(Note.of(NoteCode.IMAGES_PROFILED, Msg.Note.imagesProfiled()));
    }
  }

  /** Whether what the compiler takes of the cache may be missing. */
  private static boolean isShortOnFirstStart(Workload workload, VllmFitting vllm) {
    boolean compiles =
        workload.runtime().from().compareTo(FIRST_THAT_COUNTS_COMPILING) >= 0
            && !vllm.settings().eager();
    long spare = vllm.usableBytes() - vllm.requiredBytes();
    return compiles && vllm.fits() && spare < MOST_OF_COMPILING;
  }

  private static String decimal(double share) {
    return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP) + "%";
  }
}
