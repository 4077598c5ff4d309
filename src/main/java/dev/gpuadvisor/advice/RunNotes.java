package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time against money: what else a run of fine-tuning could take than what is recommended. */
record RunNotes(Question question, Assessment picked) {

  /** Less than that is within the error of the estimate. */
  private static final double WORTH_SAYING = 0.8;

  /** Empty where it is not known how long the run is. */
  static List<Note> of(Question question, Assessment picked) {
    return picked.bill().usdPerRun().isPresent()
        ? new RunNotes(question, picked).notes()
        : List.of();
  }

  private List<Note> notes() {
    Candidate.Need need =
        Candidate.Need.of(question.task(), picked.quantization(), Optional.empty());
    List<Note> notes = new ArrayList<>();
    fastest(need)
        .filter(this::isWorthSaying)
        .ifPresent(
            other ->
                notes.add(
                    Note.of(
                        NoteCode.RUN_FASTEST,
                        Msg.Note.runFastest(
                            Reasons.run(picked.bill()),
                            other.worker().label(),
                            Reasons.run(other.bill())))));
    oneMore(need)
        .ifPresent(
            other ->
                notes.add(
                    Note.of(
                        NoteCode.RUN_ONE_MORE,
                        Msg.Note.runOneMore(
                            Reasons.run(picked.bill()),
                            other.worker().label(),
                            Reasons.run(other.bill())))));
    if (picked.offer().sale().market() == Market.SPOT) {
      notes.add(Note.of(NoteCode.RUN_ON_SPOT, Msg.Note.runOnSpot()));
    }
    return notes;
  }

  private static BigDecimal hours(Candidate candidate) {
    return candidate.bill().hoursOfRun().orElseThrow();
  }

  private boolean isWorthSaying(Candidate other) {
    double now = picked.bill().hoursOfRun().orElseThrow().doubleValue();
    return hours(other).doubleValue() < now * WORTH_SAYING;
  }

  /** Of all sizes that are allowed. */
  private Optional<Candidate> fastest(Candidate.Need need) {
    Constraints constraints = question.constraints();
    List<Candidate> all = new ArrayList<>();
    for (PriceList list : question.priceLists()) {
      for (Offer offer : list.offers()) {
        int most = constraints.mostUnits(offer);
        for (int units = 1; units <= most; units++) {
          all.add(Candidate.of(new Worker(offer, units), need, constraints));
        }
      }
    }
    return all.stream()
        .filter(each -> each.isComfortable() && each.isAllowed(constraints))
        .min(Comparator.comparing(RunNotes::hours).thenComparing(Candidate::bill));
  }

  /** The same offer with one unit more, whether so many GPUs were allowed or not. */
  private Optional<Candidate> oneMore(Candidate.Need need) {
    Worker worker = picked.worker();
    Worker larger = new Worker(worker.offer(), worker.units() + 1);
    boolean exists =
        larger.units() <= worker.offer().maxUnits() && larger.gpus() <= Hardware.MAX_GPUS;
    return exists
        ? Optional.of(Candidate.of(larger, need, question.constraints()))
            .filter(Candidate::isComfortable)
        : Optional.empty();
  }
}
