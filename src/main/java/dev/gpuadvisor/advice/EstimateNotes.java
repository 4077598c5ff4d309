package dev.gpuadvisor.advice;

import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to know of an estimate: of the task by itself, and of the hardware that it is laid on. */
public final class EstimateNotes {

  private EstimateNotes() {}

  /** Without hardware. */
  public static List<Note> of(Task task, QuantizationChoice quantization, List<ReadAs> readAs) {
    List<Note> notes = new ArrayList<>(ReadAs.notes(readAs));
    notes.addAll(TaskNotes.of(task));
    notes.addAll(ModelNotes.of(List.of(quantization), task.model()));
    return notes;
  }

  /**
   * @param load that the hardware is to carry; empty where there is none
   */
  public static List<Note> of(LaidOut on, Optional<Load> load, List<ReadAs> readAs) {
    List<Note> notes = of(on.task(), on.quantization(), readAs);
    List<Card> cards = on.hardware().cards();
    notes.addAll(FormatNotes.of(on.task(), on.quantization(), cards));
    notes.addAll(VllmNotes.layout(on.task(), on.quantization(), on.fitting()));
    notes.addAll(ServedNotes.of(on.task(), on.quantization(), on.hardware(), on.speed()));
    notes.addAll(AtOnceNotes.of(on.speed()));
    on.carrying(load)
        .ifPresent(
            carried -> {
              notes.addAll(LoadNotes.of(carried.load(), Optional.empty()));
              LoadNotes.missedOn(carried).ifPresent(notes::add);
            });
    if (on.task() instanceof Workload workload) {
      notes.addAll(VllmNotes.of(workload, on.fitting()));
    }
    return notes;
  }
}
