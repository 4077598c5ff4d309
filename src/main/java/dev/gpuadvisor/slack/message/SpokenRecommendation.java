package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.FallbackStory;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.OtherPick;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.SavingStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences of a recommendation, in the order of their weight. */
record SpokenRecommendation(MessageBuilder page, Story story, List<OfferRow> rows) {

  private static final int MOST_ROWS = 3;

  List<String> sentences() {
    List<Message> sentences = new ArrayList<>();
    story.pick().ifPresentOrElse(pick -> picked(pick, sentences), () -> nothing(sentences));
    return sentences.stream().map(page::write).toList();
  }

  private void picked(PickStory pick, List<Message> sentences) {
    Optional<Message> run = pick.run();
    sentences.add(pick.sentence());
    run.ifPresent(sentences::add);
    sentences.add(pick.reason());
    story.carried().flatMap(LoadStory::api).ifPresent(sentences::add);
    story.carried().flatMap(LoadStory::rentOrBuy).ifPresent(sentences::add);
    sentences.add(Msg.Slack.spokenMemory(pick.memory().label()));
    story.saving().map(SavingStory::whole).ifPresent(sentences::add);
    sentences.addAll(Phrases.toTell(story.recommendation().notes()));
    List<PriceList> lists =
        Phrases.listing(List.of(pick.assessment().offer()), story.question().priceLists());
    List<Message> dates = Phrases.dates(lists, story.today());
    boolean old = lists.stream().anyMatch(list -> list.isStale(story.today()));
    sentences.addAll(old ? dates : List.of());
    story.carried().flatMap(LoadStory::scaling).ifPresent(sentences::add);
    fallbacks(pick, sentences);
    story.otherPicks().forEach(other -> other(other, sentences));
    pick.speed().filter(any -> run.isEmpty()).ifPresent(sentences::add);
    sentences.addAll(old ? List.of() : dates);
  }

  /** All of them, or the first where a saving has been told of, too. */
  private void fallbacks(PickStory pick, List<Message> sentences) {
    List<FallbackStory> fallbacks = story.fallbacks();
    if (story.saving().isPresent()) {
      fallbacks.stream().limit(1).map(FallbackStory::sentence).forEach(sentences::add);
    } else if (!fallbacks.isEmpty()) {
      String chain =
          fallbacks.stream()
              .map(each -> each.offer() + " " + page.write(each.difference()))
              .collect(Collectors.joining(", "));
      sentences.add(Msg.Slack.spokenFallbacks(chain, pick.offer()));
    }
  }

  private static void other(OtherPick other, List<Message> sentences) {
    other
        .detail()
        .map(
            detail -> Msg.Slack.spokenOther(detail.perHour(), detail.offer(), other.kind().title()))
        .ifPresent(sentences::add);
  }

  private void nothing(List<Message> sentences) {
    sentences.add(Msg.Summary.noPick(story.model()));
    sentences.addAll(story.obstacles());
    rows.stream().limit(MOST_ROWS).map(SpokenRecommendation::row).forEach(sentences::add);
    sentences.addAll(
        Phrases.toTell(story.recommendation().notes()).stream()
            .filter(note -> !story.obstacles().contains(note))
            .toList());
  }

  /** An offer with its price, and why it is not the answer. */
  static Message row(OfferRow row) {
    return Msg.Slack.spokenRow(Wording.perHour(row.assessment()), row.offer(), row.reason());
  }
}
