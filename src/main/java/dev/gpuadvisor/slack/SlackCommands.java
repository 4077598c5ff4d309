package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.MessageJson;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Msg;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The operation that Slack calls. Its caller is known by a signature, which is looked at before
 * anything else of the request is; whatever a person typed is then answered with a message.
 */
public final class SlackCommands {

  private static final Content NOTHING = Content.passing("text/plain", new byte[0]);
  private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,32}");
  private static final String USUAL_COMMAND = "/gpu";

  private final SlackSettings settings;
  private final Clock clock;
  private final Questions questions;

  private SlackCommands(SlackSettings settings, Clock clock, Questions questions) {
    this.settings = settings;
    this.clock = clock;
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
    if (!Signature.isValid(request, settings.signingSecrets().get(), clock.instant())) {
      throw new ProblemException(
          Problem.of(401, "unauthorized", Msg.Problem.unauthorizedRequest()));
    }
    Arguments form = new Arguments();
    FormEncoding.read(new String(request.body(), UTF_8), form);
    form.requireDecoded();
    if (first(form, "ssl_check").equals("1")) {
      return NOTHING; // Slack looks whether the certificate is good, and asks nothing
    }
    Language language = settings.language().get();
    Request asked = LineReader.read(first(form, "text"), language, questions);
    SlackMessage message = new Answers(asked, command(form), language, questions, today).message();
    return Content.passing("application/json", MessageJson.bytes(message, settings.table().get()));
  }

  /** Apps may name the command as they like; help shows it as it was typed. */
  private static String command(Arguments form) {
    String command = first(form, "command");
    return COMMAND.matcher(command).matches() ? command : USUAL_COMMAND;
  }

  private static String first(Arguments form, String name) {
    List<String> values = form.get(name);
    return values.isEmpty() ? "" : values.get(0);
  }
}
