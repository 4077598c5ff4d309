package dev.gpuadvisor.slack;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.slack.click.Interaction;
import dev.gpuadvisor.slack.click.Sender;
import dev.gpuadvisor.slack.line.LineReader;
import dev.gpuadvisor.slack.line.LineWriter;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.line.Verb;
import dev.gpuadvisor.slack.message.Controls;
import dev.gpuadvisor.slack.message.Delivery;
import dev.gpuadvisor.slack.message.SharedMessage;
import dev.gpuadvisor.slack.message.SlackMessage;
import dev.gpuadvisor.slack.message.State;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a click says: the line that its message carries, with a word changed. */
record Clicks(Context context) {

  private static final String SHORTCUT = "which_gpu";
  private static final int MOST_LINES = 20;
  private static final Set<Verb> QUESTIONS =
      EnumSet.of(Verb.RECOMMEND, Verb.COMPARE, Verb.TUNE, Verb.FIT);

  void answer(Interaction click, Sender sender) {
    if (click.type() == Interaction.Type.MESSAGE_ACTION) {
      answerInThread(click, sender);
      return;
    }
    State state = state(click.state());
    switch (click.action()) {
      case Controls.SHARE -> share(state(click.value()), sender);
      case Controls.ALL -> instead(read(state), state, true, sender);
      case Controls.FEWER -> instead(read(state), state, false, sender);
      case Controls.CONTEXT ->
          instead(with(state, Parameters.CONTEXT, click.value()), state, false, sender);
      case Controls.BITS -> bits(state, click, sender);
      case Controls.MODEL -> instead(form(state, click), state, false, sender);
      case Controls.ASK -> ask(state, click, sender);
      default -> {} // of a message that another version of this has sent
    }
  }

  private State state(String text) {
    State state = State.read(text);
    return new State(SlackCommands.command(state.command()), state.question(), state.turn());
  }

  private Request read(State state) {
    return LineReader.read(state.question(), context.byDefault(), context.questions());
  }

  private Request with(State state, Parameter<?> parameter, String value) {
    return read(state).with(parameter, value);
  }

  private void instead(Request request, State state, boolean all, Sender sender) {
    SlackMessage message = new Answers(request, state.next(), context, all).message();
    sender.send(message, Delivery.INSTEAD);
  }

  /** In the form, nothing is asked yet. */
  private void bits(State state, Interaction click, Sender sender) {
    boolean inForm = read(state).verb() == Verb.FORM;
    Request request =
        inForm ? form(state, click) : with(state, Parameters.QUANTIZATION, click.value());
    instead(request, state, false, sender);
  }

  /** The form with what has been chosen in it. */
  private Request form(State state, Interaction click) {
    Request form = read(state);
    Request chosen = chosen(form, Parameters.MODEL, Controls.MODEL, click);
    return chosen(chosen, Parameters.QUANTIZATION, Controls.BITS, click);
  }

  private static Request chosen(
      Request form, Parameter<?> parameter, String menu, Interaction click) {
    Optional<String> value =
        click.action().equals(menu) ? Optional.of(click.value()) : click.chosen(menu);
    return value.map(each -> form.with(parameter, each)).orElse(form);
  }

  private void ask(State state, Interaction click, Sender sender) {
    Request chosen = form(state, click);
    boolean hasModel = !chosen.arguments().get(Parameters.MODEL.name()).isEmpty();
    instead(hasModel ? chosen.as(Verb.RECOMMEND) : chosen, state, false, sender);
  }

  /** Into the channel; who shared it is told in place of what only they saw. */
  private void share(State state, Sender sender) {
    Request request = read(state).shown(true);
    SlackMessage message = new Answers(request, state, context, false).message();
    if (message.shared() && sender.send(message, Delivery.BESIDES)) {
      sender.send(
          SharedMessage.of(
              request.language(),
              state.command(),
              LineWriter.write(request, context.questions(), context.byDefault())),
          Delivery.INSTEAD);
    }
  }

  /** A line of the message that is a question; without one, what is wrong with the first. */
  private void answerInThread(Interaction click, Sender sender) {
    if (!click.shortcut().equals(SHORTCUT)) {
      return;
    }
    State state = new State(SlackCommands.USUAL_COMMAND, "", 0);
    Request request =
        click
            .message()
            .lines()
            .limit(MOST_LINES)
            .map(Clicks::withoutCommand)
            .map(line -> LineReader.read(line, context.byDefault(), context.questions()))
            .filter(Clicks::isQuestion)
            .findFirst()
            .orElseGet(
                () ->
                    LineReader.read(
                        firstLine(click.message()), context.byDefault(), context.questions()));
    SlackMessage message = new Answers(request.shown(true), state, context, false).message();
    Delivery delivery = message.shared() ? Delivery.inThread(click.thread()) : Delivery.BESIDES;
    sender.send(message, delivery);
  }

  /** About a model that it names: any greeting could be asked what to rent for. */
  private static boolean isQuestion(Request request) {
    return request.doubts().isEmpty()
        && QUESTIONS.contains(request.verb())
        && !request.arguments().get(Parameters.MODEL.name()).isEmpty();
  }

  private static String firstLine(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(Clicks::withoutCommand)
        .orElse("");
  }

  private static String withoutCommand(String line) {
    String bare = line.strip().replace("`", "");
    return bare.startsWith("/") && bare.indexOf(' ') > 0
        ? bare.substring(bare.indexOf(' ') + 1)
        : bare;
  }
}
