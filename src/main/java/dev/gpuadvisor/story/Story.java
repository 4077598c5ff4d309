package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.BreakEven;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.NoteCode;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Shortlist;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a recommendation says. Every part is worked out when it is asked for: no surface shows all
 * of them.
 *
 * @param today decides how old prices are said to be
 */
public record Story(Recommendation recommendation, LocalDate today) {

  /** Of a table: nobody reads hundreds. */
  private static final int MOST_ROWS = 25;

  /** Besides why nothing is recommended. */
  private static final Set<NoteCode> TOLD =
      Set.of(
          NoteCode.FULL_CONTEXTS,
          NoteCode.QUALITY_LOWERED,
          NoteCode.REGION,
          NoteCode.EXCHANGE,
          NoteCode.PRICE_AGE);

  public Question question() {
    return recommendation.question();
  }

  /** As people call the model. */
  public String model() {
    return question().task().model().huggingFaceId();
  }

  /** What is to run, in all the formats that would do. */
  public Message load() {
    return TaskWording.of(question(), question().quantizations());
  }

  /** What is recommended; empty where nothing is, and {@link #obstacles} say why. */
  public Optional<PickStory> pick() {
    return recommendation.picks().recommended().map(pick -> new PickStory(this, pick));
  }

  /** Why nothing is recommended; empty where something is. */
  public List<Message> obstacles() {
    return recommendation.notes().stream().filter(Note::saysWhyNothing).map(Note::text).toList();
  }

  /** The cheapest of all, then the one with room to grow. */
  public List<OtherPick> otherPicks() {
    Picks picks = recommendation.picks();
    return List.of(
        OtherPick.of(OtherPick.Kind.BUDGET, picks.budget(), this),
        OtherPick.of(OtherPick.Kind.HEADROOM, picks.headroom(), this));
  }

  /** What to try, in this order, where the recommended offer is out of supply. */
  public List<FallbackStory> fallbacks() {
    return recommendation.picks().fallbacks().stream().map(FallbackStory::of).toList();
  }

  /** Empty where nobody said what runs now. */
  public Optional<SavingStory> saving() {
    return recommendation.migration().map(SavingStory::new);
  }

  /** How the load is carried, where one is given and something carries it. */
  public Optional<LoadStory> carried() {
    return LoadStory.of(recommendation);
  }

  /** What a month costs at other loads, and which way is the cheapest where. */
  public Optional<LoadCurve> curve() {
    return LoadCurve.of(recommendation);
  }

  /** From how much work on the other way of billing is cheaper. */
  public Optional<Message> breakEven() {
    return recommendation.breakEven().map(BreakEven::text);
  }

  /**
   * The assessed offers of one format, in the order of the answer: all of a list that can be read.
   */
  public List<OfferRow> rows(QuantizationChoice quantization) {
    return Shortlist.of(recommendation, MOST_ROWS).assessments().stream()
        .filter(each -> each.quantization().equals(quantization))
        .map(this::row)
        .toList();
  }

  /**
   * The offers that matter, in the order of the answer: those that were picked, what to fall back
   * on, what runs now, then the best of the others in the recommended format.
   */
  public List<OfferRow> rowsThatMatter(int most) {
    Picks picks = recommendation.picks();
    Stream<Assessment> picked =
        Stream.of(picks.recommended(), picks.budget(), picks.headroom())
            .flatMap(Optional::stream)
            .map(Picks.Pick::assessment);
    Stream<Assessment> fallbacks = picks.fallbacks().stream().map(Picks.Fallback::assessment);
    List<Assessment> sameFormat =
        recommendation.assessments().stream().filter(this::isInRecommendedFormat).toList();
    Stream<Assessment> current = sameFormat.stream().filter(this::runsNow);
    List<Assessment> chosen =
        Stream.of(picked, fallbacks, current, sameFormat.stream())
            .flatMap(stream -> stream)
            .distinct()
            .limit(most)
            .toList();
    return recommendation.assessments().stream().filter(chosen::contains).map(this::row).toList();
  }

  /** How full an offer gets, and of what. */
  public MemoryUse memory(Assessment assessment) {
    return MemoryUse.of(recommendation, assessment);
  }

  public OfferRow row(Assessment assessment) {
    return new OfferRow(
        assessment, question(), recommendation.picks().recommend(assessment), false);
  }

  /** The recommended format; without one, what needs the least memory. */
  public QuantizationChoice formatShownFirst() {
    return recommendation
        .picks()
        .recommended()
        .map(Picks.Pick::assessment)
        .or(
            () ->
                recommendation.assessments().stream()
                    .min(Comparator.comparingLong(each -> each.fitting().requiredBytes())))
        .map(Assessment::quantization)
        .orElseThrow();
  }

  /** Whether prices are old enough to have changed. */
  public boolean hasOldPrices() {
    return recommendation.notes().stream().anyMatch(Note::isAboutAge);
  }

  /** Where the prices come from, and how old they are, list by list. */
  public List<Message> sources() {
    return Wording.sources(question().sources(), today);
  }

  /** What else to know; the age of prices stands with their sources. */
  public List<Note> notes() {
    return recommendation.notes().stream()
        .filter(note -> !note.isAboutAge() && !note.saysWhyNothing())
        .toList();
  }

  /** Those notes that are about no other offer than the recommended one. */
  public List<Note> notesOnThePick() {
    String picked =
        recommendation.picks().recommended().map(pick -> pick.assessment().offer().id()).orElse("");
    return notes().stream().filter(note -> note.isAboutNoOtherThan(picked)).toList();
  }

  /**
   * The answer as one would speak it: what to rent and why, what that saves, what to try next, and
   * what would mislead if it were left out.
   */
  public List<Message> sentences() {
    List<Message> sentences = new ArrayList<>();
    Optional<PickStory> pick = pick();
    if (pick.isEmpty()) {
      sentences.add(Msg.Summary.noPick(model()));
    } else {
      sentences.add(pick.get().sentence());
      pick.flatMap(PickStory::run).ifPresent(sentences::add);
      sentences.add(pick.get().reason());
      carried().ifPresent(load -> sentences.addAll(load.sentences()));
      saving().map(SavingStory::whole).ifPresent(sentences::add);
      fallbacks().stream().limit(1).map(FallbackStory::sentence).forEach(sentences::add);
    }
    sentences.addAll(notesToTell(recommendation.notes()));
    return sentences;
  }

  /** What to rent and what it costs, or that there is nothing, in one sentence. */
  public Message preview() {
    return pick().map(PickStory::sentence).orElseGet(() -> Msg.Summary.noPick(model()));
  }

  /** The notes without which a few sentences would mislead. */
  public static List<Message> notesToTell(List<Note> notes) {
    return notes.stream()
        .filter(note -> note.saysWhyNothing() || TOLD.contains(note.code()))
        .map(Note::text)
        .toList();
  }

  private boolean isInRecommendedFormat(Assessment assessment) {
    return recommendation
        .picks()
        .recommended()
        .map(pick -> pick.assessment().quantization().equals(assessment.quantization()))
        .orElse(true);
  }

  private boolean runsNow(Assessment assessment) {
    return question()
        .current()
        .flatMap(current -> current.name())
        .filter(assessment.offer().id()::equals)
        .isPresent();
  }
}
