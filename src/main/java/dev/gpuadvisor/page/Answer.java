package dev.gpuadvisor.page;

import dev.gpuadvisor.advice.NoteCode;
import dev.gpuadvisor.sizing.QuantizationChoice;
import dev.gpuadvisor.story.LoadCurve;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import java.util.List;

/**
 * A recommendation as its templates get it, in the caller's language.
 *
 * @param load what is to run
 * @param pick null where nothing is recommended; {@code obstacles} then says why
 * @param carried how the load is carried; empty where none is given
 * @param months what a month costs at other loads, for wide and for narrow screens; empty without a
 *     load
 * @param crossings the same in words
 * @param wantsGpus whether several GPUs could do what one cannot
 * @param saving null where nobody said what runs now
 * @param old whether prices are old enough to have changed; {@code sources} say how old
 * @param charts the same one for wide and for narrow screens
 */
record Answer(
    String model,
    String load,
    PickCard pick,
    List<String> carried,
    List<MonthChart> months,
    List<String> crossings,
    List<String> obstacles,
    boolean wantsGpus,
    List<OtherPickCard> others,
    SavingCard saving,
    List<Chart> charts,
    List<OffersOfFormat> tables,
    List<String> notes,
    boolean old,
    List<String> sources) {

  /** As many as one machine usually has. */
  static final int MORE_GPUS = 8;

  static Answer of(PageTexts words, Story story) {
    QuantizationChoice shown = story.formatShownFirst();
    return new Answer(
        story.model(),
        words.of(story.load()),
        story.pick().map(pick -> PickCard.of(words, pick)).orElse(null),
        carried(words, story),
        story.curve().map(curve -> MonthChart.of(words, curve)).orElse(List.of()),
        crossings(words, story),
        story.obstacles().stream().map(words::of).toList(),
        wantsGpus(story),
        story.pick().isEmpty() ? List.of() : OtherPickCard.of(words, story),
        story.saving().map(saving -> SavingCard.of(words, story, saving)).orElse(null),
        Chart.of(words, story.recommendation(), shown),
        OffersOfFormat.of(words, story, shown),
        story.notes().stream().map(note -> words.of(note.text())).toList(),
        story.hasOldPrices(),
        story.sources().stream().map(words::of).toList());
  }

  private static List<String> carried(PageTexts words, Story story) {
    return story.carried().map(LoadStory::sentences).orElse(List.of()).stream()
        .map(words::of)
        .toList();
  }

  private static List<String> crossings(PageTexts words, Story story) {
    return story.curve().map(LoadCurve::sentences).orElse(List.of()).stream()
        .map(words::of)
        .toList();
  }

  /** Whether more GPUs may be what is missing, and could be had. */
  private static boolean wantsGpus(Story story) {
    return story.recommendation().notes().stream()
            .anyMatch(note -> note.code() == NoteCode.NOTHING_FITS)
        && story.question().constraints().maxGpus() < MORE_GPUS;
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
