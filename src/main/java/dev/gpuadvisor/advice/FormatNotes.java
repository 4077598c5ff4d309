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
import java.util.List;
import java.util.Optional;

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
    List<String> weightOnly = names(workload, format, cards, How.WEIGHT_ONLY);
    if (!weightOnly.isEmpty() && workload.runtime().support().isNativeSomewhere(format)) {
      notes.add(
          Note.of(
              "format_weight_only", Msg.Note.formatWeightOnly(weightOnly, format.name(), runtime)));
    }
    List<String> emulated = names(workload, format, cards, How.EMULATED);
    if (!emulated.isEmpty()) {
      notes.add(
          Note.of("format_emulated", Msg.Note.formatEmulated(emulated, format.name(), runtime)));
    }
    List<String> experimental = names(workload, format, cards, How.EXPERIMENTAL);
    if (!experimental.isEmpty()) {
      notes.add(
          Note.of(
              "format_experimental",
              Msg.Note.formatExperimental(experimental, format.name(), runtime)));
    }
    if (format.isSixteenBit() && choice.isStandIn(workload.runtime(), cards)) {
      List<String> all = cards.stream().map(Card::name).toList();
      notes.add(Note.of("runs_as_fp16", Msg.Note.runsAsFp16(all, runtime)));
    }
    return notes;
  }

  private static List<String> names(
      Workload workload, Quantization format, List<Card> cards, How how) {
    FormatSupport support = workload.runtime().support();
    return cards.stream()
        .filter(card -> support.on(card, format).equals(Optional.of(how)))
        .map(Card::name)
        .toList();
  }
}
