package dev.gpuadvisor.slack;

import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A message while it is being written, in one language. */
final class Page {

  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();

  Page(Texts texts) {
    this.texts = texts;
  }

  String write(Message message) {
    return texts.write(message);
  }

  String write(String key) {
    return texts.write(Message.of(key));
  }

  void header(Message text) {
    blocks.add(new Block.Header(write(text)));
  }

  void section(String... lines) {
    blocks.add(new Block.Section(String.join("\n", lines)));
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** Before the answer, so that nobody reads it without: what was not understood or was chosen. */
  void remarks(List<Doubt> remarks) {
    List<String> lines = remarks.stream().map(remark -> "⚠️ " + write(remark)).toList();
    if (!lines.isEmpty()) {
      blocks.add(new Block.Plain(String.join("\n", lines)));
    }
  }

  String write(Doubt doubt) {
    String what = write(doubt.what());
    if (doubt.suggestions().isEmpty()) {
      return what;
    }
    Message meant = Message.of("slack.meant").word("names", String.join(", ", doubt.suggestions()));
    return what + " " + write(meant);
  }

  SlackMessage message(boolean shared, Message text) {
    return new SlackMessage(shared, write(text), List.copyOf(blocks));
  }
}
