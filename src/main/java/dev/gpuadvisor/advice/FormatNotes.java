package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.FormatSupport;
import dev.gpuadvisor.catalog.FormatSupport.How;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a format runs on cards, where that is not what its name promises. */
public final class FormatNotes {

  private FormatNotes() {}

  public static List<Note> of(Task task, QuantizationChoice choice, List<Card> cards) {
    if (!(task instanceof Workload workload)) {
      return List.of();
    }
    String runtime = workload.runtime().runtime();
    Quantization format = choice.format();
    List<Note> notes = new ArrayList<>();
    Map<How, List<String>> names = names(workload.runtime().support(), format, cards);
    List<String> weightOnly = names.getOrDefault(How.WEIGHT_ONLY, List.of());
    if (!weightOnly.isEmpty() && workload.runtime().support().isNativeSomewhere(format)) {
      notes.add(
          Note.of(
              NoteCode.FORMAT_WEIGHT_ONLY,
              Msg.Note.formatWeightOnly(weightOnly, format.name(), runtime)));
    }
    List<String> emulated = names.getOrDefault(How.EMULATED, List.of());
    if (!emulated.isEmpty()) {
      notes.add(
          Note.of(
              NoteCode.FORMAT_EMULATED, Msg.Note.formatEmulated(emulated, format.name(), runtime)));
    }
    List<String> experimental = names.getOrDefault(How.EXPERIMENTAL, List.of());
    if (!experimental.isEmpty()) {
      notes.add(
          Note.of(
              NoteCode.FORMAT_EXPERIMENTAL,
              Msg.Note.formatExperimental(experimental, format.name(), runtime)));
    }
    if (format.isSixteenBit() && choice.isStandIn(workload.runtime(), cards)) {
      List<String> all = cards.stream().map(Card::name).toList();
      notes.add(Note.of(NoteCode.RUNS_AS_FP16, Msg.Note.runsAsFp16(all, runtime)));
    }
    return notes;
  }

  private static Map<How, List<String>> names(
      FormatSupport support, Quantization format, List<Card> cards) {
    Map<How, List<String>> names = new EnumMap<>(How.class);
    for (Card card : cards) {
      support
          .on(card, format)
          .ifPresent(
              how -> names.computeIfAbsent(how, first -> new ArrayList<>()).add(card.name()));
    }
    return names;
  }
}
