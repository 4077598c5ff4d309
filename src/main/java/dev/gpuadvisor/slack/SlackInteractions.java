package dev.gpuadvisor.slack;

import static dev.gpuadvisor.slack.Guard.first;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.RawEndpoint;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.click.Interaction;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.slack.click.Sender;
import dev.gpuadvisor.slack.message.FormMessage;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The operation that Slack calls when something is clicked on. It is acknowledged at once; what it
 * is answered with goes to the address that came along, once the acknowledgement has left.
 */
public final class SlackInteractions {

  private final Guard guard;
  private final SlackSettings settings;
  private final Questions questions;

  private SlackInteractions(SlackSettings settings, Clock clock, Questions questions) {
    this.guard = new Guard(settings, clock);
    this.settings = settings;
    this.questions = questions;
  }

  /**
   * @param clock decides how old a signature is
   */
  public static RawEndpoint endpoint(SlackSettings settings, Clock clock, Questions questions) {
    SlackInteractions interactions = new SlackInteractions(settings, clock, questions);
    return RawEndpoint.of(
        "slackInteraction", Endpoint.Method.POST, "/slack/interactions", interactions::answer);
  }

  private Content answer(ApiRequest request, LocalDate today) {
    if (Guard.isCheckOfCertificate(request)) {
      return SlackCommands.NOTHING;
    }
    Interaction interaction = read(first(guard.form(request), "payload"));
    Context context = new Context(questions, settings.language().get(), today, request.base());
    return switch (interaction.type()) {
      case BLOCK_SUGGESTION ->
          Content.passing(
              "application/json",
              FormMessage.options(questions.lexicon().typed().starting(interaction.typed())));
      case BLOCK_ACTIONS, MESSAGE_ACTION -> {
        answerLater(interaction, new Clicks(context));
        yield SlackCommands.NOTHING;
      }
      case OTHER -> SlackCommands.NOTHING;
    };
  }

  private static Interaction read(String payload) {
    try {
      return Interaction.read(payload.getBytes(UTF_8));
    } catch (IOException e) {
      throw new ProblemException(Problem.of(400, "broken-json", Msg.Problem.notObject()));
    }
  }

  private void answerLater(Interaction interaction, Clicks clicks) {
    Outbox outbox = settings.outbox();
    outbox
        .hooks()
        .address(interaction.responseUrl())
        .ifPresent(
            address ->
                outbox
                    .after()
                    .execute(
                        () ->
                            clicks.answer(
                                interaction, new Sender(outbox.hooks(), address, outbox.limit()))));
  }
}
