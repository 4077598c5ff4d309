package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Guard.first;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.MarkdownJson;
import dev.gpuadvisor.slack.message.MessageJson;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.slack.message.State;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operation that Slack calls for a command. Its caller is known by a signature, which is looked
 * at before anything else of the request is; whatever a person typed is then answered with a
 * message.
 */
public final class SlackCommands {

  static final Content NOTHING = Content.passing("text/plain", new byte[0]);
  static final String USUAL_COMMAND = "/gpu";

  /** Where the secret lies cannot be asked; Slack shows no more than an error of such a reply. */
  private static final int UNAVAILABLE = 503;

  private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,32}");

  private final Guard guard;
  private final Mattermost mattermost;
  private final SlackSettings settings;
  private final Questions questions;

  private SlackCommands(SlackSettings settings, Clock clock, Questions questions) {
    this.guard = new Guard(settings, clock);
    this.mattermost = new Mattermost(settings.mattermostTokens());
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
    if (Guard.isCheckOfCertificate(request)) {
      return NOTHING;
    }
    Context context = new Context(questions, settings.language().get(), today, request.base());
    Optional<Arguments> fromMattermost = mattermost.form(request);
    if (fromMattermost.isPresent()) {
      return json(MarkdownJson.bytes(message(fromMattermost.get(), context)));
    }
    Arguments form;
    try {
      form = guard.form(request);
    } catch (ProblemException e) {
      if (e.problem().status() != UNAVAILABLE) {
        throw e;
      }
      boolean never = e.problem().equals(Guard.NOT_SET_UP);
      Message why = never ? Msg.Problem.noSigningSecret() : Msg.Slack.tryLater();
      return json(MessageJson.notice(Texts.in(context.byDefault()).write(why)));
    }
    return json(MessageJson.bytes(message(form, context), settings.table().get()));
  }

  private static Content json(byte[] message) {
    return Content.passing("application/json", message);
  }

  private SlackMessage message(Arguments form, Context context) {
    Request asked = LineReader.read(first(form, "text"), context.byDefault(), questions);
    State state = new State(command(first(form, "command")), "", 0);
    return new Answers(asked, state, context, false).message();
  }

  /** Apps may name the command as they like; help shows it as it was typed. */
  static String command(String typed) {
    return COMMAND.matcher(typed).matches() ? typed : USUAL_COMMAND;
  }
}
