package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.slack.message.Block.Actions;
import dev.gpuadvisor.slack.message.Block.Actions.Button;
import dev.gpuadvisor.slack.message.Block.Actions.Choice;
import dev.gpuadvisor.slack.message.Block.Actions.Search;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** A question asked by choosing, for who does not know what to type. */
public final class FormMessage {

  private static final int MOST_OFFERED = 100;
  private static final String EXAMPLE = "qwen2.5-14b 8bit";

  private FormMessage() {}

  /**
   * @param state what has been chosen so far, as a line
   * @param chosen the same, read
   */
  public static SlackMessage of(MessageBuilder page, State state, Arguments chosen) {
    Message headline = Msg.Slack.headlineForm();
    page.header(headline, List.of());
    page.section(page.write(Msg.Slack.formIntro()), page.code(EXAMPLE) + " · " + page.code("help"));
    page.ending(MessageBuilder.Ending.NEXT, EXAMPLE);
    Optional<Choice> model =
        first(chosen, Parameters.MODEL.name())
            .filter(FormMessage::isShownWhole)
            .map(id -> new Choice(id, id));
    page.controls(
        new Actions(
            state.id(),
            List.of(
                new Search(Controls.MODEL, page.write(Msg.Slack.actionModel()), model),
                Controls.bits(page, first(chosen, Parameters.QUANTIZATION.name())),
                new Button(Controls.ASK, page.write(Msg.Slack.actionAsk()), Controls.ASK, true))));
    return page.message(false, List.of(page.write(headline), page.write(Msg.Slack.formIntro())));
  }

  /** Whether a menu can show it as it is: what comes back from it must be what was chosen. */
  private static boolean isShownWhole(String name) {
    return MessageJson.text(name, ActionsJson.LONGEST_LABEL).equals(name);
  }

  private static Optional<String> first(Arguments chosen, String parameter) {
    return chosen.get(parameter).stream().findFirst();
  }

  /** The models that a menu offers for the letters typed into it. */
  public static byte[] options(List<Model> models) {
    List<Choice> choices =
        models.stream()
            .limit(MOST_OFFERED)
            .map(model -> new Choice(model.id(), model.id()))
            .toList();
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeFieldName("options");
          new ActionsJson(json).choices(choices);
          json.writeEndObject();
        });
  }
}
