package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.List;
import java.util.Optional;

/** Tells who has shared an answer that it is in the channel now. */
public final class SharedMessage {

  private SharedMessage() {}

  /**
   * @param question that was shared the answer of
   */
  public static SlackMessage of(Language language, String command, Optional<String> question) {
    MessageBuilder page = new MessageBuilder(Texts.in(language), command);
    Message headline = Msg.Slack.headlineShared();
    page.header(headline, List.of());
    page.section(page.write(Msg.Slack.sharedIntro()));
    question.ifPresent(line -> page.ending(MessageBuilder.Ending.AGAIN, line));
    return page.message(
        false,
        List.of(
            page.write(Msg.Slack.spokenHeadline(headline)), page.write(Msg.Slack.sharedIntro())));
  }
}
