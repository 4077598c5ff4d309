package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Guard.first;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.MessageJson;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.slack.message.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The operation that Slack calls for a command. Its caller is known by a signature, which is looked
 * at before anything else of the request is; whatever a person typed is then answered with a
 * message.
 */
public final class SlackCommands {

  static final Content NOTHING = Content.passing("text/plain", new byte[0]);
  static final String USUAL_COMMAND = "/gpu";

  private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,32}");

  private final Guard guard;
  private final SlackSettings settings;
  private final Questions questions;

  private SlackCommands(SlackSettings settings, Clock clock, Questions questions) {
    this.guard = new Guard(settings, clock);
    this.settings = settings;
    this.questions = questions;
  }

  /**
   * @param clock decides how old a signature is
   */
  public static RawEndpoint endpoint(SlackSettings settings, Clock clock, Questions questions) {
    SlackCommands commands = new SlackCommands(settings, clock, questions);
    return RawEndpoint.of(
        "slackCommand", Endpoint.Method.POST, "/slack/commands", commands::answer);
  }

  private Content answer(ApiRequest request, LocalDate today) {
    Arguments form = guard.form(request);
    if (first(form, "ssl_check").equals("1")) {
      return NOTHING; // Slack looks whether the certificate is good, and asks nothing
    }
    Context context = new Context(questions, settings.language().get(), today, "");
    Request asked = LineReader.read(first(form, "text"), context.byDefault(), questions);
    State state = new State(command(first(form, "command")), "", 0);
    SlackMessage message = new Answers(asked, state, context, false).message();
    return Content.passing("application/json", MessageJson.bytes(message, settings.table().get()));
  }

  /** Apps may name the command as they like; help shows it as it was typed. */
  static String command(String typed) {
    return COMMAND.matcher(typed).matches() ? typed : USUAL_COMMAND;
  }
}
