package dev.gpuadvisor.advice;

import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.memory.VllmFitting;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a user of vLLM wonders about when the server is up. */
public final class VllmNotes {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private VllmNotes() {}

  public static List<Note> of(Workload workload, Fitting fitting) {
    List<Note> notes = new ArrayList<>();
    fitting.vllm().ifPresent(vllm -> add(notes, workload, vllm));
    return notes;
  }

  private static void add(List<Note> notes, Workload workload, VllmFitting vllm) {
    double share = vllm.share();
    double usual = workload.runtime().usableFraction();
    if (vllm.isShareRaised()) {
      notes.add(
          Note.of("vllm_share_raised", Msg.Note.vllmShareRaised(decimal(share), decimal(usual))));
    }
    notes.add(
        Note.of("vllm_takes_share", Msg.Note.vllmTakesShare(percent(share), vllm.driverShows())));
    if (workload.model().visionParameters() > 0) {
      notes.add(Note.of("images_profiled", Msg.Note.imagesProfiled()));
    }
  }

  private static String decimal(double share) {
    return BigDecimal.valueOf(share).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP) + "%";
  }
}
