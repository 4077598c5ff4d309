package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A message while it is being written, in one language. */
public final class MessageBuilder {

  private static final int MOST_LINES = 8;

  private final Texts texts;
  private final String command;
  private final List<String> remarks = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> asides = new ArrayList<>();
  private String spokenEnding = "";
  private List<Block.Link> links = List.of();
  private Optional<Block.Actions> controls = Optional.empty();

  /**
   * @param command as it was typed, {@code /gpu}
   */
  public MessageBuilder(Texts texts, String command) {
    this.texts = texts;
    this.command = command;
  }

  public String write(Message message) {
    return texts.write(message);
  }

  /** The first line; what has to be known with it follows at once. */
  void header(Message text, List<Message> warnings) {
    blocks.add(new Block.Header(write(text)));
    warn(warnings);
  }

  /** The same of what cannot be told in a headline alone: what follows at once belongs to it. */
  void lead(Message text, List<Message> withIt, List<Message> warnings) {
    List<String> lines = new ArrayList<>(List.of("*" + write(text) + "*"));
    withIt.forEach(each -> lines.add(write(each)));
    blocks.add(new Block.Section(String.join("\n", lines)));
    warn(warnings);
  }

  private void warn(List<Message> warnings) {
    List<String> lines =
        Stream.concat(remarks.stream(), warnings.stream().map(each -> "⚠️ " + write(each)))
            .toList();
    if (!lines.isEmpty()) {
      blocks.add(new Block.Plain(String.join("\n", lines)));
    }
  }

  void section(String... lines) {
    blocks.add(new Block.Section(String.join("\n", lines)));
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** Small print: a line at the end, which may quote what somebody has typed. */
  void aside(Message line) {
    asides.add(Spoken.withoutMarkup(write(line)));
  }

  /**
   * The line to copy that a message ends with.
   *
   * @param line without the command
   */
  void ending(Ending kind, String line) {
    String whole = command + " " + line;
    asides.add(write(kind.of("`" + whole + "`")));
    spokenEnding = write(kind.of(whole));
  }

  /** To the same answer elsewhere; behind the small print. */
  void links(List<Block.Link> to) {
    links = to;
  }

  /** What can be clicked on, below all else. */
  void controls(Block.Actions actions) {
    controls = Optional.of(actions);
  }

  /** What the line to copy is for. */
  enum Ending {
    AGAIN,
    NEXT,
    OTHERWISE;

    private Message of(String line) {
      return switch (this) {
        case AGAIN -> Msg.Slack.lineAgain(line);
        case NEXT -> Msg.Slack.lineNext(line);
        case OTHERWISE -> Msg.Slack.lineOtherwise(line);
      };
    }
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

  /** {@code `/gpu qwen2.5-14b 8bit`}. */
  String code(String line) {
    return "`" + command + " " + line + "`";
  }

  /**
   * @param spoken the message for those who see no blocks, its sentences in the order of their
   *     weight
   */
  SlackMessage message(boolean shared, List<String> spoken) {
    Spoken text = new Spoken(spokenEnding);
    spoken.forEach(text::say);
    text.sayIfShort(write(Msg.Slack.spokenHow())).sayIfShort(write(Msg.Slack.spokenHowMore()));
    if (!asides.isEmpty()) {
      blocks.add(new Block.Aside(String.join("\n", asides), links));
    }
    controls.ifPresent(blocks::add);
    return new SlackMessage(shared, text.toString(), Budget.keep(blocks));
  }
}
