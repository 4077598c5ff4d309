package dev.gpuadvisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.api.HostileValues;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.cli.CliTesting;
import dev.gpuadvisor.http.ApiResponse;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.mcp.McpSettings;
import dev.gpuadvisor.parameter.Dimension;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.NumberType;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.slack.SlackSettings;
import dev.gpuadvisor.slack.SlackTesting;
import dev.gpuadvisor.slack.click.Outbox;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.Hub;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One more definition, and every surface has the parameter: nothing else lists them. */
class NewParameterTest {

  private static final Parameter<BigDecimal> WATTS =
      Parameter.of(
              "most_watts",
              NumberType.decimal("1", "100000", Dimension.WATTS),
              Msg.Parameter.search(),
              Msg.Parameter.searchLabel())
          .in(Group.RENTING)
          .more()
          .inSlack("draw");

  private static final Questions QUESTIONS =
      new Questions(
          BundledCatalog.catalog(), Lexicon.of(BundledCatalog.catalog()), Hub.OFF, withOneMore());

  private static ParameterTable withOneMore() {
    List<Parameter<?>> all = new ArrayList<>(ParameterTable.standard().all());
    all.add(WATTS);
    return new ParameterTable(all);
  }

  private static final Api API =
      new Api(
          GpuAdvisor.endpoints(
              QUESTIONS,
              Clock.systemUTC(),
              SlackSettings.from(name -> null, Outbox.atOnce()),
              McpSettings.from(name -> null)),
          Clock.systemUTC());

  @Test
  void isReadOverHttp() {
    assertEquals(200, get("/v1/recommendations?model=phi-4&most_watts=700").status());
    assertEquals(200, get("/v1/recommendations?model=phi-4&most_watts=1.2kW").status());
    JsonNode faults = Asking.errors(get("/v1/recommendations?model=phi-4&most_watts=7V"));

    assertEquals("most_watts", faults.at("/0/parameter").asText());
    assertEquals(400, Asking.get("/v1/recommendations?model=phi-4&most_watts=7").status());
  }

  @Test
  void isInTheOpenApiDocument() {
    JsonNode document = Asking.json(Asking.text(get("/openapi")));
    JsonNode schema =
        document.at(
            "/paths/~1v1~1recommendations/post/requestBody/content/application~1json/schema"
                + "/properties/most_watts");

    assertEquals("number", schema.path("type").asText());
    assertEquals(100_000, schema.path("maximum").asInt());
    assertTrue(document.at("/paths/~1v1~1compare").toString().contains("most_watts"));
    assertFalse(document.at("/paths/~1v1~1offers").toString().contains("most_watts"));
  }

  @Test
  void isInTheSchemasOfTools() {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    ApiResponse response =
        API.handle(
            Asking.request(
                "POST",
                "/mcp",
                Map.of("content-type", "application/json"),
                list.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertTrue(Asking.text(response).contains("most_watts"), Asking.text(response));
  }

  @Test
  void hasAFieldInTheForm() {
    String html = Asking.text(get("/?model=phi-4&most_watts=700"));

    assertTrue(html.contains("name=\"most_watts\" value=\"700\""), html);
    assertTrue(Asking.text(get("/")).contains("name=\"most_watts\""));
  }

  @Test
  void isSentNonsense() {
    assertTrue(HostileValues.names(QUESTIONS.table()).contains("most_watts"));
  }

  @Test
  void isTypedInSlack() {
    assertTrue(SlackTesting.answer("help", QUESTIONS).contains("`draw=700`"));
    assertTrue(SlackTesting.arguments("phi-4 draw=1.2 kW", QUESTIONS).contains("most_watts"));
    assertTrue(SlackTesting.answer("phi-4 drww=700", QUESTIONS).contains("draw="));
  }

  @Test
  void isAFlagOfTheCommandLine() {
    assertEquals(0, CliTesting.run(QUESTIONS, "phi-4", "--most-watts", "1.2kW").status());
    assertEquals(0, CliTesting.run(QUESTIONS, "phi-4", "--draw=700").status());
    assertTrue(
        CliTesting.run(QUESTIONS, "phi-4", "--most-watt", "7").err().contains("--most-watts"));
    for (String listed : List.of("help renting", "completion bash", "man", "compare --help")) {
      String text = CliTesting.run(QUESTIONS, listed.split(" ")).out();
      assertTrue(text.replace("\\", "").contains("--most-watts"), listed);
    }
  }

  private static ApiResponse get(String target) {
    return API.handle(Asking.request("GET", target, Map.of(), new byte[0]));
  }
}
