package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** What of a model itself a reader of the numbers should know. */
public final class ModelNotes {

  private static final long MILLION = 1_000_000;

  private ModelNotes() {}

  /** Of the model alone. */
  static List<Note> of(Model model) {
    List<Note> notes = new ArrayList<>();
    switch (model.kind()) {
      case ENCODER -> notes.add(encoder(model));
      case SPEECH -> notes.add(Note.of(NoteCode.SPEECH_MODEL, Msg.Note.speechModel(model.id())));
      case GENERATOR -> {}
    }
    long towers = model.totals().towers();
    if (towers > 0) {
      int millions = (int) Math.max(1, towers / MILLION);
      notes.add(Note.of(NoteCode.VISION_TOWER, Msg.Note.visionTower(millions)));
    }
    return notes;
  }

  private static Note encoder(Model model) {
    return model.shape().hasCache()
        ? Note.of(NoteCode.ENCODER, Msg.Note.encoderWithCache(model.id()))
        : Note.of(NoteCode.ENCODER, Msg.Note.encoder(model.id()));
  }

  /** Formats that were asked for by a family, and that a model is published in with fewer bits. */
  public static List<Note> of(List<QuantizationChoice> choices, Model model) {
    List<Note> notes = new ArrayList<>();
    for (QuantizationChoice choice : choices) {
      if (choice.isSmallerThanAsked()) {
        notes.add(
            Note.of(
                NoteCode.PUBLISHED_FORMAT,
                Msg.Note.publishedFormat(choice.asked(), choice.format().name(), model.id())));
      }
      String counted = model.countedAs(choice.format().id());
      if (!counted.isEmpty()) {
        notes.add(
            Note.of(
                NoteCode.FORMAT_COUNTED_AS,
                Msg.Note.formatCountedAs(choice.format().name(), counted)));
      }
    }
    return notes;
  }
}
