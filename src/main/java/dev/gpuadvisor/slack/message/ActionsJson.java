package dev.gpuadvisor.slack.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.slack.message.Block.Actions;
import dev.gpuadvisor.slack.message.Block.Actions.Button;
import dev.gpuadvisor.slack.message.Block.Actions.Choice;
import dev.gpuadvisor.slack.message.Block.Actions.Element;
import dev.gpuadvisor.slack.message.Block.Actions.Menu;
import dev.gpuadvisor.slack.message.Block.Actions.Search;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Buttons and menus as Block Kit. */
record ActionsJson(JsonGenerator json) {

  static final int LONGEST_LABEL = 75;

  /** Within the object of the block. */
  void write(Actions actions) throws IOException {
    json.writeStringField("type", "actions");
    json.writeStringField("block_id", actions.id());
    json.writeArrayFieldStart("elements");
    for (Element element : actions.elements()) {
      json.writeStartObject();
      write(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(Element element) throws IOException {
    if (element instanceof Button button) {
      json.writeStringField("type", "button");
      json.writeStringField("action_id", button.action());
      label("text", button.label());
      json.writeStringField("value", button.value());
      if (button.main()) {
        json.writeStringField("style", "primary");
      }
    } else if (element instanceof Menu menu) {
      json.writeStringField("type", "static_select");
      json.writeStringField("action_id", menu.action());
      label("placeholder", menu.label());
      json.writeFieldName("options");
      choices(menu.choices());
      chosen(menu.chosen());
    } else if (element instanceof Search search) {
      json.writeStringField("type", "external_select");
      json.writeStringField("action_id", search.action());
      label("placeholder", search.label());
      json.writeNumberField("min_query_length", 1);
      chosen(search.chosen());
    }
  }

  private void chosen(Optional<Choice> chosen) throws IOException {
    if (chosen.isPresent()) {
      json.writeFieldName("initial_option");
      choice(chosen.get());
    }
  }

  void choices(List<Choice> choices) throws IOException {
    json.writeStartArray();
    for (Choice choice : choices) {
      choice(choice);
    }
    json.writeEndArray();
  }

  private void choice(Choice choice) throws IOException {
    json.writeStartObject();
    label("text", choice.label());
    json.writeStringField("value", choice.value());
    json.writeEndObject();
  }

  private void label(String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", MessageJson.text(text, LONGEST_LABEL));
    json.writeBooleanField("emoji", false);
    json.writeEndObject();
  }
}
