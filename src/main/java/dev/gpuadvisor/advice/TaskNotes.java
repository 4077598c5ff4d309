package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What rests on assumptions whatever is offered: true of an estimate without offers too. */
public final class TaskNotes {

  private TaskNotes() {}

  public static List<Note> of(Task task) {
    List<Note> notes = new ArrayList<>();
    Origin origin = task.model().origin();
    if (!origin.isCatalogue()) {
      String key = "note.unlisted_" + origin.kind().name().toLowerCase(Locale.ROOT);
      Message text = Message.of(key).count("parameters", task.model().parameters());
      notes.add(Note.of("unlisted_model", text));
    }
    if (task instanceof Tuning) {
      notes.add(Note.of("fine_tuning", Message.of("note.fine_tuning")));
    }
    return notes;
  }
}
