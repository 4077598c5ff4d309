package dev.gpuadvisor.slack.message;

import static dev.gpuadvisor.slack.message.Block.Table.KEPT;
import static dev.gpuadvisor.slack.message.Block.Table.LEFT;
import static dev.gpuadvisor.slack.message.Block.Table.RIGHT;

import dev.gpuadvisor.advice.RunnableModel;
import dev.gpuadvisor.advice.RunnableQuestion;
import dev.gpuadvisor.slack.message.Block.Table;
import dev.gpuadvisor.slack.message.Block.Table.Column;
import dev.gpuadvisor.slack.message.Block.Table.Row;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** The models that run on some hardware, the largest first, each in its best format. */
public record RunningMessage(MessageBuilder page, RunnableQuestion on) {

  private static final int MOST_ROWS = 20;
  private static final int MOST_SPOKEN = 5;

  public SlackMessage message(List<RunnableModel> running, boolean shared) {
    Message headline = Msg.Slack.headlineRuns(on.name(), running.size());
    page.header(headline, List.of());
    List<Message> spoken = new ArrayList<>(List.of(Msg.Slack.spokenHeadline(headline)));
    if (!running.isEmpty()) {
      List<Column> columns =
          List.of(
              new Column(page.write(Msg.Answer.headModel()), LEFT, KEPT),
              new Column(page.write(Msg.Answer.headFormat()), LEFT, KEPT),
              new Column(page.write(Msg.Answer.headContext()), RIGHT, 1));
      List<RunnableModel> shown = running.subList(0, Math.min(MOST_ROWS, running.size()));
      page.add(new Table(columns, shown.stream().map(this::row).toList()));
      if (running.size() > MOST_ROWS) {
        page.aside(Msg.Slack.moreRows(running.size() - MOST_ROWS));
      }
      page.ending(MessageBuilder.Ending.NEXT, running.get(0).model().id());
      shown.stream().limit(MOST_SPOKEN).map(RunningMessage::spoken).forEach(spoken::add);
    }
    return page.message(shared, spoken.stream().map(page::write).toList());
  }

  private Row row(RunnableModel each) {
    return new Row(
        false,
        List.of(
            each.model().id(),
            each.quantization().format().id(),
            page.write(Wording.count(each.fitting().largestContext()))));
  }

  private static Message spoken(RunnableModel each) {
    return Msg.Slack.spokenRuns(
        each.fitting().largestContext(), each.quantization().format().id(), each.model().id());
  }
}
