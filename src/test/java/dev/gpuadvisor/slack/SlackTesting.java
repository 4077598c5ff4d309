package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.MessageJson;
import dev.gpuadvisor.slack.message.State;
import dev.gpuadvisor.slack.message.TableStyle;
import dev.gpuadvisor.text.Language;
import java.time.LocalDate;
import java.util.Set;

/** Slack's answers for tests of other packages. */
public final class SlackTesting {

  private SlackTesting() {}

  /** The message as JSON. */
  public static String answer(String line, Questions questions) {
    Request request = LineReader.read(line, Language.EN, questions);
    LocalDate today = LocalDate.of(2026, 11, 24);
    Context context = new Context(questions, Language.EN, today, "");
    return new String(
        MessageJson.bytes(
            new Answers(request, new State("/gpu", "", 0), context, false).message(),
            TableStyle.TEXT),
        UTF_8);
  }

  /** The names of the parameters that were read. */
  public static Set<String> arguments(String line, Questions questions) {
    return LineReader.read(line, Language.EN, questions).arguments().names();
  }
}
