package dev.gpuadvisor.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The commonest questions, for a client that offers them in a menu. */
record Prompts(List<Prompt> all) {

  private static final Texts TEXTS = Texts.in(Language.EN);

  /**
   * @param arguments all required
   * @param text of their values
   */
  record Prompt(
      String name,
      Message description,
      List<String> arguments,
      Function<Map<String, String>, Message> text) {

    boolean isAskedWith(Map<String, String> values) {
      return values.keySet().containsAll(arguments);
    }

    void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeStringField("description", TEXTS.write(description));
      json.writeArrayFieldStart("arguments");
      for (String argument : arguments) {
        json.writeStartObject();
        json.writeStringField("name", argument);
        json.writeBooleanField("required", true);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    void writeMessages(JsonGenerator json, Map<String, String> values) throws IOException {
      json.writeStringField("description", TEXTS.write(description));
      json.writeArrayFieldStart("messages");
      json.writeStartObject();
      json.writeStringField("role", "user");
      json.writeObjectFieldStart("content");
      json.writeStringField("type", "text");
      json.writeStringField("text", TEXTS.write(text.apply(values)));
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  static Prompts standard() {
    return new Prompts(
        List.of(
            new Prompt(
                "which_gpu",
                Msg.Mcp.promptWhichGpu(),
                List.of("model"),
                values -> Msg.Mcp.promptWhichGpuText(values.get("model"))),
            new Prompt(
                "does_it_fit",
                Msg.Mcp.promptDoesItFit(),
                List.of("model", "card"),
                values -> Msg.Mcp.promptDoesItFitText(values.get("card"), values.get("model"))),
            new Prompt(
                "what_do_i_save",
                Msg.Mcp.promptWhatDoISave(),
                List.of("model", "current", "price_per_hour"),
                values ->
                    Msg.Mcp.promptWhatDoISaveText(
                        values.get("current"), values.get("model"), values.get("price_per_hour"))),
            new Prompt(
                "how_many_users",
                Msg.Mcp.promptHowManyUsers(),
                List.of("model", "users"),
                values ->
                    Msg.Mcp.promptHowManyUsersText(values.get("model"), values.get("users")))));
  }

  /**
   * @param name null for none
   */
  Optional<Prompt> named(String name) {
    return all.stream().filter(prompt -> prompt.name().equals(name)).findFirst();
  }

  List<String> names() {
    return all.stream().map(Prompt::name).toList();
  }

  void writeAll(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("prompts");
    for (Prompt prompt : all) {
      prompt.write(json);
    }
    json.writeEndArray();
  }
}
