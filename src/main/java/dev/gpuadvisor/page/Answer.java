package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.advice.Wording;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.text.Message;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A recommendation as its templates get it, in the caller's language.
 *
 * @param load what is to run
 * @param pick null where nothing is recommended; {@code obstacles} then says why
 * @param wantsGpus whether several GPUs could do what one cannot
 * @param saving null where nobody said what runs now
 * @param old whether prices are old enough to have changed; {@code sources} say how old
 * @param charts the same one for wide and for narrow screens
 */
record Answer(
    String model,
    String load,
    PickCard pick,
    List<String> obstacles,
    boolean wantsGpus,
    List<OtherPick> others,
    Saving saving,
    List<Chart> charts,
    List<OfferTable> tables,
    List<String> notes,
    boolean old,
    List<String> sources) {

  /** As many as one machine usually has. */
  static final int MORE_GPUS = 8;

  static Answer of(PageTexts words, Recommendation recommendation, LocalDate today) {
    var question = recommendation.question();
    PickCard pick =
        recommendation
            .picks()
            .recommended()
            .map(each -> PickCard.of(words, recommendation, each))
            .orElse(null);
    QuantizationChoice shown = shownFirst(recommendation);
    return new Answer(
        question.task().model().huggingFaceId(),
        words.of(Wording.load(question, question.quantizations())),
        pick,
        notes(words, recommendation, true),
        wantsGpus(recommendation),
        pick == null ? List.of() : OtherPick.of(words, recommendation),
        recommendation.migration().map(each -> Saving.of(words, recommendation, each)).orElse(null),
        Chart.of(words, recommendation, shown),
        OfferTable.of(words, recommendation, shown),
        notes(words, recommendation, false),
        isOld(recommendation),
        question.priceLists().stream().map(list -> words.of(Wording.source(list, today))).toList());
  }

  /** Whether more GPUs may be what is missing, and could be had. */
  private static boolean wantsGpus(Recommendation recommendation) {
    return recommendation.notes().stream().anyMatch(note -> note.code().equals("nothing_fits"))
        && recommendation.question().constraints().maxGpus() < MORE_GPUS;
  }

  /** The recommended quantization; without one, what needs the least memory. */
  private static QuantizationChoice shownFirst(Recommendation recommendation) {
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

  private static List<String> notes(PageTexts words, Recommendation recommendation, boolean why) {
    return recommendation.notes().stream()
        .filter(note -> !note.isAboutAge() && note.saysWhyNothing() == why)
        .map(note -> words.of(note.text()))
        .toList();
  }

  private static boolean isOld(Recommendation recommendation) {
    return recommendation.notes().stream().anyMatch(Note::isAboutAge);
  }

  /** A name and a value. */
  record Fact(String name, String value) {
    static Fact of(PageTexts words, Message name, String value) {
      return new Fact(words.of(name), value);
    }

    static Fact of(PageTexts words, Message name, Message value) {
      return of(words, name, words.of(value));
    }
  }
}
