package dev.gpuadvisor.advice;

import dev.gpuadvisor.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * How something was understood that is not written as the API itself writes it.
 *
 * @param written by the caller
 * @param meant as the API writes it
 * @param note a sentence for people, where the answer would be another one had something else been
 *     meant
 */
public record ReadAs(String parameter, String written, String meant, Optional<Message> note) {

  /** What people have to be told, each sentence once. */
  public static List<Note> notes(List<ReadAs> readings) {
    return readings.stream()
        .flatMap(reading -> reading.note().stream())
        .distinct()
        .map(note -> Note.of(NoteCode.READ_AS, note))
        .toList();
  }
}
