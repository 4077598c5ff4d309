package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.story.LoadStory;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recommendation: what to rent in one line, then why, then what else there is. */
public record RecommendationMessage(
    MessageBuilder page, Story story, NextLines next, Optional<Controls> controls) {

  private static final int BAR_LENGTH = 10;
  private static final int ALL_ROWS = 60;

  /**
   * Lines that may end the message.
   *
   * @param again the same question
   * @param links to the same answer elsewhere
   * @param asked what they lead to
   * @param otherwise one that has an answer where this one has none
   */
  public record NextLines(
      Optional<String> again, Optional<String> otherwise, Links links, Request asked) {}

  public SlackMessage message(boolean shared) {
    Optional<PickStory> pick = story.pick();
    pick.ifPresentOrElse(this::picked, this::nothing);
    pick.ifPresent(each -> new Alternatives(page, story, each).write());
    boolean all = controls.map(Controls::all).orElse(false);
    List<OfferRow> rows = story.rowsThatMatter(all ? ALL_ROWS : OfferBlock.MOST_ROWS);
    page.add(new OfferBlock(page).of(rows));
    List<PriceList> lists = Phrases.listing(Phrases.offers(rows), story.question().priceLists());
    Phrases.smallPrint(page, lists, story.notesOnThePick(), story.today());
    if (pick.isEmpty() && next.otherwise().isPresent()) {
      page.ending(MessageBuilder.Ending.OTHERWISE, next.otherwise().get());
    } else {
      next.again().ifPresent(line -> page.ending(MessageBuilder.Ending.AGAIN, line));
    }
    page.links(next.links().of(page, next.asked()));
    controls.ifPresent(each -> page.controls(each.block(page)));
    return page.message(shared, new SpokenRecommendation(page, story, rows).sentences());
  }

  private void picked(PickStory pick) {
    Message headline = Msg.Slack.headline(pick.perHour(), pick.perMonth(), pick.offer());
    List<Message> place = place();
    if (place.isEmpty()) {
      page.header(headline, warnings());
    } else {
      page.lead(headline, place, warnings());
    }
    page.section(
        Stream.of(
                "*" + Spoken.withoutMarkup(story.model()) + "*" + offeredBy(pick),
                bar(pick) + page.write(pick.memory().label()),
                page.write(pick.reason()),
                page.write(pick.load()),
                pick.speed().map(page::write).orElse(""))
            .filter(line -> !line.isEmpty())
            .toArray(String[]::new));
    story.carried().ifPresent(this::carried);
  }

  /** How the load is carried, and what else could carry it. */
  private void carried(LoadStory load) {
    page.section(load.sentences().stream().map(page::write).toArray(String[]::new));
  }

  /** Where it is rented, where only some places were asked for: no pick is told without it. */
  private List<Message> place() {
    return story.recommendation().notes().stream()
        .filter(Note::isAboutRegion)
        .map(Note::text)
        .toList();
  }

  private List<Message> warnings() {
    return story.recommendation().notes().stream()
        .filter(Note::isAboutAge)
        .map(Note::text)
        .toList();
  }

  /** Whose offer it is, where several providers are looked at. */
  private String offeredBy(PickStory pick) {
    return story.question().priceLists().size() == 1
        ? ""
        : " · " + pick.assessment().offer().provider();
  }

  private String bar(PickStory pick) {
    return "`" + TextBar.of(pick.assessment().memoryPercent(), BAR_LENGTH) + "` ";
  }

  private void nothing() {
    page.header(Msg.Slack.headlineNothing(story.model()), warnings());
    String why = story.obstacles().stream().map(page::write).collect(Collectors.joining("\n"));
    page.section(why, page.write(story.load()));
  }
}
