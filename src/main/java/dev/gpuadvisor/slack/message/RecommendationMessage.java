package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.story.OfferRow;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A recommendation: what to rent in one line, then why, then what else there is. */
public record RecommendationMessage(MessageBuilder page, Story story) {

  private static final int BAR_LENGTH = 10;

  public SlackMessage message(boolean shared) {
    Optional<PickStory> pick = story.pick();
    pick.ifPresentOrElse(this::picked, this::nothing);
    List<OfferRow> rows = story.rowsThatMatter(OfferBlock.MOST_ROWS);
    page.add(new OfferBlock(page).of(rows, Msg.Answer.headDifference()));
    pick.ifPresent(each -> new Alternatives(page, story, each).write());
    List<PriceList> lists = Phrases.listing(Phrases.offers(rows), story.question().priceLists());
    page.add(
        Phrases.smallPrint(
            page, lists, story.hasOldPrices(), story.notesOnThePick(), story.today()));
    return page.message(shared, story.sentences());
  }

  private void picked(PickStory pick) {
    page.header(Msg.Slack.headline(pick.perHour(), pick.perMonth(), pick.offer()));
    page.section(
        "*" + story.model() + "*" + offeredBy(pick),
        page.write(pick.load()),
        bar(pick) + page.write(pick.memory().label()),
        page.write(pick.reason()),
        pick.speed().map(page::write).orElse(""));
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
    Message headline = Msg.Slack.headlineNothing(story.model());
    page.header(headline);
    String why = story.obstacles().stream().map(page::write).collect(Collectors.joining("\n"));
    page.section(page.write(story.load()), why);
  }
}
