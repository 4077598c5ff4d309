package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.TuningParameters;
import dev.gpuadvisor.slack.line.Request;
import dev.gpuadvisor.slack.message.Block.Actions;
import dev.gpuadvisor.slack.message.Block.Actions.Button;
import dev.gpuadvisor.slack.message.Block.Actions.Choice;
import dev.gpuadvisor.slack.message.Block.Actions.Element;
import dev.gpuadvisor.slack.message.Block.Actions.Menu;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done with a recommendation. A click brings back the line that the message carries,
 * which is all that is remembered of it.
 *
 * @param state where the line stands
 * @param asked what the line says
 * @param all whether all offers are shown
 */
public record Controls(State state, Request asked, boolean all) {

  /** Names of buttons and menus. */
  public static final String SHARE = "share";

  public static final String ALL = "all";
  public static final String FEWER = "fewer";
  public static final String BITS = "bits";
  public static final String CONTEXT = "ctx";
  public static final String MODEL = "model";
  public static final String ASK = "ask";

  private static final List<Integer> WIDTHS = List.of(16, 8, 4);
  private static final List<Integer> CONTEXTS = List.of(8, 32, 128);
  private static final String USUAL_CONTEXT = "8k";

  Actions block(MessageBuilder page) {
    List<Element> elements = new ArrayList<>();
    elements.add(new Button(SHARE, page.write(Msg.Slack.actionShare()), state.line(), false));
    elements.add(
        all
            ? new Button(FEWER, page.write(Msg.Slack.actionFewer()), state.line(), false)
            : new Button(ALL, page.write(Msg.Slack.actionAll()), state.line(), false));
    elements.add(bits(page, only(Parameters.QUANTIZATION.name())));
    if (asked.arguments().get(TuningParameters.TASK.name()).isEmpty()) {
      elements.add(contexts(page));
    }
    return new Actions(state.id(), elements);
  }

  static Menu bits(MessageBuilder page, Optional<String> chosen) {
    List<Choice> choices =
        WIDTHS.stream()
            .map(bits -> new Choice(page.write(Msg.Slack.choiceBits(bits)), bits + "bit"))
            .toList();
    return menu(BITS, page.write(Msg.Slack.actionBits()), choices, chosen);
  }

  private Menu contexts(MessageBuilder page) {
    List<Choice> choices =
        CONTEXTS.stream()
            .map(tokens -> new Choice(page.write(Msg.Slack.choiceContext(tokens)), tokens + "k"))
            .toList();
    boolean given = asked.arguments().names().contains(Parameters.CONTEXT.name());
    Optional<String> chosen = given ? only(Parameters.CONTEXT.name()) : Optional.of(USUAL_CONTEXT);
    return menu(CONTEXT, page.write(Msg.Slack.actionContext()), choices, chosen);
  }

  private Optional<String> only(String parameter) {
    List<String> values = asked.arguments().get(parameter);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static Menu menu(
      String action, String label, List<Choice> choices, Optional<String> chosen) {
    Stream<Choice> first =
        choices.stream().filter(choice -> chosen.filter(choice.value()::equals).isPresent());
    return new Menu(action, label, choices, first.findFirst());
  }
}
