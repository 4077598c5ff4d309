package dev.gpuadvisor.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.util.List;

/**
 * {@code /llms.txt}: what there is to ask, for whoever reads a site by a language model. Made from
 * the table of operations, each with its example.
 */
record LlmsText(Call call, List<Endpoint> endpoints) {

  private static final Texts TEXTS = Texts.in(Language.EN);

  byte[] bytes() {
    StringBuilder text = new StringBuilder("# GPU Advisor\n\n> ");
    text.append(TEXTS.write(Msg.Openapi.description())).append("\n\n");
    text.append(TEXTS.write(Msg.Llms.how())).append("\n\n## API\n\n");
    for (Endpoint endpoint : endpoints) {
      if (endpoint instanceof Operation<?> operation) {
        String target = operation.methods().contains(Endpoint.Method.GET) ? example(operation) : "";
        link(text, operation.routeKeys().get(0), target, OpenApi.summary(operation.id()));
      }
    }
    text.append("\n## Optional\n\n");
    link(text, "GET /", "/", Msg.Llms.page());
    link(text, "POST /mcp", "", Msg.Llms.mcp());
    return text.toString().getBytes(UTF_8);
  }

  /** What cannot be followed is named without a link. */
  private void link(StringBuilder text, String name, String target, Message what) {
    text.append("- ");
    text.append(
        target.isEmpty()
            ? "`" + name + "`"
            : "[" + name + "](" + call.request().base() + target + ")");
    text.append(": ").append(TEXTS.write(what)).append('\n');
  }

  private static String example(Operation<?> operation) {
    String query = operation.example();
    return operation.path().contains("{")
        ? operation.path().replace("{id}", query.replace("id=", ""))
        : operation.path() + (query.isEmpty() ? "" : "?" + query);
  }
}
