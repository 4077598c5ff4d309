package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Origin;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tokens;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.tuning.TrainingSettings;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is to know of a task whatever is offered: said with every answer about it. */
public final class TaskNotes {

  /** No number of an answer depends on these. */
  private static final List<String> NOT_COMPUTED_WITH =
      List.of("license", "max_context", "mtp_parameters", "native_format");

  private static final int MANY_USERS = 8;

  private final Task task;
  private final Model model;
  private final List<Note> notes = new ArrayList<>();

  private TaskNotes(Task task) {
    this.task = task;
    this.model = task.model();
  }

  public static List<Note> of(Task task) {
    TaskNotes notes = new TaskNotes(task);
    notes.aboutLength();
    notes.aboutUsers();
    notes.aboutOrigin();
    notes.notes.addAll(ModelNotes.of(task.model()));
    notes.aboutTuning();
    notes.aboutSources();
    return List.copyOf(notes.notes);
  }

  private void add(NoteCode code, Message text) {
    notes.add(Note.of(code, text));
  }

  private void aboutLength() {
    if (task.length() > model.maxContext() && model.origin().knowsContext()) {
      String name = model.huggingFaceId();
      Message text =
          task instanceof Tuning
              ? Msg.Note.sequencesBeyondModel(name, model.maxContext())
              : Msg.Note.contextBeyondModel(name, model.maxContext());
      add(NoteCode.CONTEXT_BEYOND_MODEL, text);
    }
  }

  /** Of users nobody says what each has: all that is kept for one is counted. */
  private void aboutUsers() {
    boolean many =
        task instanceof Workload workload
            && workload.generates()
            && workload.tokens().concurrency() >= MANY_USERS
            && workload.tokens().context() == Tokens.DEFAULT_CONTEXT;
    if (many) {
      int users = ((Workload) task).tokens().concurrency();
      add(NoteCode.FULL_CONTEXTS, Msg.Note.fullContexts(Tokens.DEFAULT_CONTEXT, users));
    }
  }

  private void aboutOrigin() {
    Origin.Kind kind = model.origin().kind();
    unlisted(kind, model.parameters()).ifPresent(text -> add(NoteCode.UNLISTED_MODEL, text));
  }

  private static Optional<Message> unlisted(Origin.Kind kind, long parameters) {
    return switch (kind) {
      case CATALOGUE, HUB -> Optional.empty();
      case CONFIG -> Optional.of(Msg.Note.unlistedConfig(parameters));
      case LIKE_LLAMA -> Optional.of(Msg.Note.unlistedLikeLlama(parameters));
      case SHAPE -> Optional.of(Msg.Note.unlistedShape(parameters));
      case PARAMETERS -> Optional.of(Msg.Note.unlistedParameters(parameters));
    };
  }

  private void aboutTuning() {
    if (task instanceof Tuning tuning) {
      TrainingSettings settings = tuning.settings();
      add(
          NoteCode.FINE_TUNING,
          Msg.Note.fineTuning(
              name(settings.checkpointing()),
              name(settings.optimizer()),
              name(settings.precision()),
              name(settings.trainer())));
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void aboutSources() {
    List<String> unverified =
        model.provenance().unverified().stream()
            .filter(field -> !NOT_COMPUTED_WITH.contains(field))
            .toList();
    if (!unverified.isEmpty()) {
      add(NoteCode.UNVERIFIED, Msg.Note.unverifiedModel(unverified, model.huggingFaceId()));
    }
  }
}
