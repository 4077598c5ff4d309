package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;

/** What rests on assumptions whatever is offered: true of an estimate without offers too. */
public final class TaskNotes {

  private TaskNotes() {}

  public static List<Note> of(Task task) {
    List<Note> notes = new ArrayList<>();
    if (task instanceof Tuning) {
      notes.add(Note.of("fine_tuning", Message.of("note.fine_tuning")));
    }
    return notes;
  }
}
