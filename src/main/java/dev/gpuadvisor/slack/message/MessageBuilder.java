package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message while it is being written, in one language. */
public final class MessageBuilder {

  private static final int MOST_LINES = 8;

  private final Texts texts;
  private final List<String> remarks = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  public MessageBuilder(Texts texts) {
    this.texts = texts;
  }

  public String write(Message message) {
    return texts.write(message);
  }

  /** The first line; what has to be known with it follows at once. */
  void header(Message text) {
    blocks.add(new Block.Header(write(text)));
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Plain(String.join("\n", remarks)));
    }
  }

  void section(String... lines) {
    blocks.add(new Block.Section(String.join("\n", lines)));
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** What was not understood, or chosen, on the way to the answer. */
  public void remarks(List<Doubt> doubts) {
    remarks.addAll(lines("⚠️ ", doubts));
  }

  /** One line each, and no more than anybody reads. */
  List<String> lines(String bullet, List<Doubt> doubts) {
    return doubts.stream().limit(MOST_LINES).map(doubt -> bullet + write(doubt)).toList();
  }

  public String write(Doubt doubt) {
    String what = write(doubt.what());
    if (doubt.suggestions().isEmpty()) {
      return what;
    }
    Message meant = Msg.Slack.meant(String.join(", ", doubt.suggestions()));
    return what + " " + write(meant);
  }

  SlackMessage message(boolean shared, Message text) {
    return message(shared, List.of(text));
  }

  /**
   * @param spoken the message for those who see no blocks: screen readers, notifications, search
   */
  SlackMessage message(boolean shared, List<Message> spoken) {
    String text = spoken.stream().map(this::write).collect(Collectors.joining(" "));
    return new SlackMessage(shared, text, List.copyOf(blocks));
  }
}
