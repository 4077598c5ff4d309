package dev.gpuadvisor.slack.message;

import static dev.gpuadvisor.slack.message.Block.Table.KEPT;
import static dev.gpuadvisor.slack.message.Block.Table.LEFT;
import static dev.gpuadvisor.slack.message.Block.Table.RIGHT;

import dev.gpuadvisor.advice.AgeNotes;
import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import dev.gpuadvisor.story.HistoryStory;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** How the price of an offer moved. */
public final class HistoryMessage {

  private static final int MOST_ROWS = 20;

  private HistoryMessage() {}

  public static SlackMessage of(MessageBuilder page, HistoryStory story, boolean shared) {
    Message headline = Msg.Slack.headlineHistory(story.offer().id());
    List<Message> warnings =
        AgeNotes.of(List.of(story.list()), List.of(story.offer()), story.today()).stream()
            .map(note -> note.text())
            .toList();
    page.header(headline, warnings);
    List<String> sentences = story.sentences().stream().map(page::write).toList();
    page.section(Spoken.withoutMarkup(String.join(" ", sentences)));
    if (!story.steps().isEmpty()) {
      List<Column> columns =
          List.of(
              new Column(page.write(Msg.History.headSince()), LEFT, KEPT),
              new Column(page.write(Msg.Slack.headHour()), RIGHT, KEPT),
              new Column(page.write(Msg.History.headChange()), RIGHT, KEPT));
      List<Row> rows =
          story.steps().stream().limit(MOST_ROWS).map(each -> row(page, each)).toList();
      page.add(new Table(columns, rows));
    }
    Phrases.smallPrint(page, List.of(story.list()), List.of(), story.today());
    page.ending(MessageBuilder.Ending.NEXT, "offers " + story.list().provider());
    List<String> spoken = new ArrayList<>(List.of(page.write(Msg.Slack.spokenHeadline(headline))));
    spoken.addAll(sentences);
    return page.message(shared, spoken);
  }

  private static Row row(MessageBuilder page, HistoryStory.Step step) {
    return new Row(
        false,
        List.of(
            page.write(Msg.History.day(step.since())),
            page.write(Wording.number(step.usdPerHour())),
            page.write(step.difference())));
  }
}
