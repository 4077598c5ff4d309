package dev.gpuadvisor.advice;

import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.catalog.Supply;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Hardware;
import dev.gpuadvisor.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a careful person would add to a recommendation. */
final class Notes {

  private static final int OLD_AFTER_DAYS = 90;

  private final Question question;
  private final List<Assessment> assessments;
  private final Picks picks;
  private final List<Note> notes = new ArrayList<>();

  private Notes(Question question, List<Assessment> assessments, Picks picks) {
    this.question = question;
    this.assessments = assessments;
    this.picks = picks;
  }

  static List<Note> of(
      Question question, List<Assessment> assessments, Picks picks, LocalDate today) {
    Notes notes = new Notes(question, assessments, picks);
    notes.aboutOutcome();
    notes.aboutQuality();
    notes.aboutContext();
    notes.aboutModel();
    notes.pickedOffers().forEach(notes::aboutOffer);
    question.priceLists().forEach(list -> notes.addAll(ageOf(list, today)));
    return List.copyOf(notes.notes);
  }

  /** A warning where prices are old enough to have changed. */
  static List<Note> ageOf(PriceList list, LocalDate today) {
    long age = list.ageInDays(today);
    if (age <= OLD_AFTER_DAYS) {
      return List.of();
    }
    Message text =
        Message.of("note.price_age")
            .word("list", list.name())
            .word("date", list.asOf().toString())
            .count("days", age);
    return List.of(Note.of("price_age", text));
  }

  private void addAll(List<Note> more) {
    notes.addAll(more);
  }

  private void aboutOutcome() {
    if (picks.recommended().isPresent()) {
      return;
    }
    Optional<Assessment> comfortable = cheapest(Fit.COMFORTABLE);
    Optional<Assessment> tight = cheapest(Fit.TIGHT);
    if (comfortable.isPresent()) {
      nothingAllowed(comfortable.get());
    } else if (tight.isPresent()) {
      fitsTightly(tight.get());
    } else {
      nothingFits();
    }
  }

  private Optional<Assessment> cheapest(Fit fit) {
    return assessments.stream()
        .filter(assessment -> assessment.fitting().fit() == fit)
        .min(Comparator.comparing(Assessment::price));
  }

  private void fitsTightly(Assessment cheapest) {
    Message text =
        Message.of("note.fits_tightly")
            .word("offer", cheapest.offer().id())
            .word("quantization", cheapest.quantization().asked())
            .percent("used", cheapest.memoryPercent());
    notes.add(Note.of("fits_tightly", text));
  }

  private void nothingAllowed(Assessment cheapest) {
    Message text =
        Message.of("note.nothing_allowed")
            .word("offer", cheapest.offer().id())
            .word("quantization", cheapest.quantization().asked())
            .usd("price", cheapest.price().perHour())
            .message("supply", Reasons.supply(cheapest.offer().supply()));
    notes.add(Note.of("nothing_allowed", text));
  }

  private void nothingFits() {
    Assessment least =
        assessments.stream()
            .min(Comparator.comparingLong(assessment -> assessment.fitting().requiredBytes()))
            .orElseThrow();
    boolean moreGpus = question.constraints().maxGpus() < Hardware.MAX_GPUS;
    Message text =
        Message.of(moreGpus ? "note.nothing_fits" : "note.nothing_fits_anywhere")
            .gib("required", least.fitting().requiredBytes())
            .word("quantization", least.quantization().asked())
            .count("gpus", question.constraints().maxGpus());
    notes.add(Note.of("nothing_fits", text));
  }

  /** The best quality asked for fits nowhere, and the recommendation is of a lower one. */
  private void aboutQuality() {
    int recommended =
        picks.recommended().map(pick -> quality(pick.assessment())).orElse(Integer.MAX_VALUE);
    question.quantizations().stream()
        .filter(asked -> asked.format().quality() > recommended)
        .forEach(
            asked ->
                notes.add(
                    Note.of(
                        "quality_lowered",
                        Message.of("note.quality_lowered").word("quantization", asked.asked()))));
  }

  private static int quality(Assessment assessment) {
    return assessment.quantization().format().quality();
  }

  private void aboutContext() {
    Model model = question.workload().model();
    if (question.workload().tokens().context() > model.maxContext()) {
      Message text =
          Message.of("note.context_beyond_model")
              .word("model", model.huggingFaceId())
              .count("tokens", model.maxContext());
      notes.add(Note.of("context_beyond_model", text));
    }
  }

  private void aboutModel() {
    Model model = question.workload().model();
    List<String> unverified =
        model.provenance().unverified().stream()
            .filter(field -> !field.equals("license")) // nothing is computed from it
            .toList();
    unverified(model.huggingFaceId(), unverified);
  }

  private List<Offer> pickedOffers() {
    return Stream.of(picks.recommended(), picks.budget(), picks.headroom())
        .flatMap(Optional::stream)
        .map(pick -> pick.assessment().offer())
        .distinct()
        .toList();
  }

  private void aboutOffer(Offer offer) {
    if (offer.isMixedPool()) {
      List<String> cards = offer.cards().stream().map(Card::name).toList();
      Message text =
          Message.of("note.mixed_pool")
              .word("offer", offer.id())
              .words("cards", cards)
              .word("worst", offer.worstCard().name());
      notes.add(Note.of("mixed_pool", text));
    }
    if (offer.supply() != Supply.HIGH) {
      Message text =
          Message.of("note.supply")
              .word("offer", offer.id())
              .message("supply", Reasons.supply(offer.supply()));
      notes.add(Note.of("supply", text));
    }
    unverified(offer.id(), offer.provenance().unverified());
  }

  private void unverified(String name, List<String> fields) {
    if (!fields.isEmpty()) {
      Message text = Message.of("note.unverified").word("name", name).words("fields", fields);
      notes.add(Note.of("unverified", text));
    }
  }
}
