package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** What rests on assumptions whatever is offered: true of an estimate without offers too. */
public final class TaskNotes {

  private TaskNotes() {}

  public static List<Note> of(Task task) {
    List<Note> notes = new ArrayList<>();
    Origin origin = task.model().origin();
    if (!origin.isCatalogue()) {
      notes.add(Note.of("unlisted_model", unlisted(origin.kind(), task.model().parameters())));
    }
    if (task instanceof Tuning) {
      notes.add(Note.of("fine_tuning", Msg.Note.fineTuning()));
    }
    return notes;
  }

  private static Message unlisted(Origin.Kind kind, long parameters) {
    return switch (kind) {
      case CONFIG -> Msg.Note.unlistedConfig(parameters);
      case LIKE_LLAMA -> Msg.Note.unlistedLikeLlama(parameters);
      case SHAPE -> Msg.Note.unlistedShape(parameters);
      case PARAMETERS -> Msg.Note.unlistedParameters(parameters);
      case CATALOGUE -> throw new IllegalArgumentException("the model is in the catalogue");
    };
  }
}
