package dev.gpuadvisor.catalogueimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are the documented ones, written in other ways: each is read as the same. */
class OtherFormsTest {

  private static final String SIZES = "/v2/sizes";

  @TempDir Path directory;
  private Workspace workspace;

  @BeforeEach
  void copyTheCatalogue() throws IOException {
    workspace = new Workspace(directory);
  }

  static Stream<String> names() {
    return ImportersTest.names();
  }

  private void seesTheSame(String name, Function<String, Loopback.Reply> reply) throws IOException {
    Mapping mapping = Mapping.read(name);
    Map<String, BigDecimal> before = workspace.prices(mapping);
    try (Loopback plain = new Loopback();
        Loopback other = new Loopback()) {
      Samples.serve(plain, name, before);
      plain.replay(other, reply);
      Workspace.Outcome outcome = workspace.run(name, other.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
    }
    assertEquals(before, workspace.prices(mapping));
  }

  @ParameterizedTest
  @MethodSource("names")
  void compressedThoughNobodyAsked(String name) throws IOException {
    boolean said = name.length() % 2 == 0;
    seesTheSame(name, body -> Loopback.zipped(body, said));
  }

  /** What is not known has shapes of its own, and stands before and behind what is. */
  @ParameterizedTest
  @MethodSource("names")
  void withMoreThanIsKnown(String name) throws IOException {
    seesTheSame(name, body -> Loopback.ok(rewritten(body, OtherFormsTest::withMore)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void withBlanksAndAMarkAtTheStart(String name) throws IOException {
    seesTheSame(
        name,
        body ->
            Loopback.ok(
                body.startsWith("\"")
                    ? "\uFEFF" + body.replace("\n", "\r\n")
                    : " \r\n\t" + rewritten(body, JsonNode::deepCopy) + "\n"));
  }

  private static String rewritten(String body, UnaryOperator<JsonNode> form) {
    if (!body.startsWith("{") && !body.startsWith("[")) {
      return body;
    }
    try {
      return Json.MAPPER
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(form.apply(Json.MAPPER.readTree(body)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode withMore(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = Json.MAPPER.createArrayNode();
      node.forEach(each -> list.add(withMore(each)));
      return list;
    }
    if (!node.isObject() || isTable(node)) {
      return node;
    }
    ObjectNode more = Json.MAPPER.createObjectNode();
    more.putObject("beta").putArray("deep").addNull().add(1).addObject().put("price", 9);
    node.properties().forEach(field -> more.set(field.getKey(), withMore(field.getValue())));
    more.putArray("tags");
    more.put("legacy", true).putNull("note");
    return more;
  }

  /** Names to values, as Lambda's types: every name is one of them. */
  private static boolean isTable(JsonNode node) {
    return node.size() > 0 && node.iterator().next().has("instance_type");
  }

  /** A link to the next page may be whole, of the host, or of the page. */
  @ParameterizedTest
  @CsvSource({
    "https://api.digitalocean.com/v2/sizes?page=2",
    "/v2/sizes?page=2",
    "sizes?page=2",
    "?page=2"
  })
  void linksToTheNextPage(String link) throws IOException {
    Map<String, BigDecimal> prices = workspace.prices(Mapping.read("digitalocean"));
    try (Loopback plain = new Loopback();
        Loopback server = new Loopback()) {
      Samples.serve(plain, "digitalocean", prices);
      plain.rewrite(
          server, body -> body.replaceAll("https://api.digitalocean.com/v2/sizes[^\"]*", link));
      Workspace.Outcome outcome = workspace.run("digitalocean", server.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
      assertTrue(server.requests().get(1).startsWith("GET " + SIZES + "?page=2 "));
    }
  }

  /** A page with nothing on it, however that is written, with more behind it or none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\"sizes\":[],", "\"sizes\":null,", "''"})
  void emptyPages(String nothing) throws IOException {
    Map<String, BigDecimal> prices = workspace.prices(Mapping.read("digitalocean"));
    try (Loopback plain = new Loopback();
        Loopback server = new Loopback()) {
      Samples.serve(plain, "digitalocean", prices);
      String link = "{%s\"links\":{\"pages\":{\"next\":\"/v2/sizes?page=%d\"}}}";
      plain.rewrite(
          server,
          body ->
              body.replace(
                  "\"links\":{}", "\"links\":{\"pages\":{\"next\":\"/v2/sizes?page=3\"}}"));
      server.on(SIZES, link.formatted(nothing, 4), "{" + nothing + "\"links\":null}");
      Workspace.Outcome outcome = workspace.run("digitalocean", server.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
      assertEquals(4, server.requests().size());
    }
  }

  @Test
  void aCursorMayBeALink() throws IOException {
    try (Loopback plain = new Loopback();
        Loopback server = new Loopback()) {
      Samples.serve(plain, "vultr", workspace.prices(Mapping.read("vultr")));
      plain.rewrite(
          server, body -> body.replace("bmV4dA==", "https://api.vultr.com/v2/plans?cursor=abc"));
      Workspace.Outcome outcome = workspace.run("vultr", server.base());
      assertEquals(CatalogueImport.DONE, outcome.status(), outcome.output());
      assertEquals("GET /v2/plans?cursor=abc", server.requests().get(1));
    }
  }

  @Test
  void savedAnswersMayBeCompressed() throws IOException {
    Path saved = directory.resolve("answer.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(saved))) {
      out.write(Samples.lambda(workspace.prices(Mapping.read("lambda"))).getBytes(UTF_8));
    }
    assertEquals(0, workspace.from(saved.toString()).run("lambda", null).status());
    assertEquals(Workspace.DAY, workspace.list("lambda-cloud").asOf());
  }
}
