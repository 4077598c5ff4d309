package dev.gpuadvisor.cataloguemodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which popular models the catalogue lacks, from a hub that lists them as the real one does. */
class PopularModelsTest {

  private static final String LISTING =
      """
      [{"_id": "1", "id": "Qwen/Qwen2.5-14B-Instruct", "downloads": 900, "likes": 3},
       {"_id": "2", "id": "some-lab/Some-Model-9B", "modelId": "some-lab/Some-Model-9B", "likes": 12,
        "private": false, "downloads": 1234567, "createdAt": "2026-10-01T08:00:00.000Z",
        "pipeline_tag": "text-generation", "library_name": "transformers",
        "tags": ["transformers", "safetensors", "license:apache-2.0", "region:us"]},
       {"_id": "3", "id": "other/Older-3B", "downloads": 2000000, "likes": 1, "tags": []},
       {"_id": "4", "id": "repacker/Some-Model-9B-GPTQ", "downloads": 99999999,
        "tags": ["base_model:some-lab/Some-Model-9B", "base_model:quantized:some-lab/Some-Model-9B"]},
       {"_id": "5", "id": "trl-internal-testing/tiny-LlamaForCausalLM-3.2", "downloads": 88888888},
       {"_id": "6", "id": "evil/x`|<b>\\n@all", "downloads": 5},
       {"_id": "7", "id": "secret/Model-1B", "private": true, "downloads": 7777777}]\
      """;

  private final List<String> queries = new CopyOnWriteArrayList<>();
  private HttpServer hub;
  private int status = 200;
  private String answer = LISTING;

  @BeforeEach
  void open() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext(
        "/api/models",
        exchange -> {
          queries.add(exchange.getRequestURI().getQuery());
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    hub.start();
  }

  @AfterEach
  void close() {
    hub.stop(0);
  }

  private String page() throws IOException {
    return PopularModels.page(URI.create("http://127.0.0.1:" + hub.getAddress().getPort()));
  }

  @Test
  void thoseThatAreUnknownTheMostLoadedFirst() throws IOException {
    String page = page();

    assertTrue(page.startsWith("The catalogue lacks 3 of the 7 "), page);
    assertTrue(
        page.contains("| `some-lab/Some-Model-9B` | 1,234,567 | 12 | 2026-10-01 | apache-2.0 |"),
        page);
    assertTrue(page.indexOf("other/Older-3B") < page.indexOf("some-lab/Some-Model-9B"), page);
    assertTrue(page.contains("-Did=other/Older-3B`"), page);
  }

  @Test
  void noneThatAreKnownDerivedOrOfTests() throws IOException {
    String page = page();

    for (String id : List.of("Qwen2.5-14B", "GPTQ", "tiny-Llama", "secret/")) {
      assertFalse(page.contains(id), page);
    }
  }

  @Test
  void namesThatAreMarkupAreNone() throws IOException {
    assertTrue(page().contains("| `evil/x??"), page());
    assertFalse(page().contains("@all"), page());
  }

  @Test
  void bothKindsOfModelsInBothOrders() throws IOException {
    page();

    assertEquals(4, queries.size());
    assertTrue(queries.get(0).contains("pipeline_tag=text-generation&sort=downloads"));
    assertTrue(queries.get(3).contains("pipeline_tag=image-text-to-text&sort=trendingScore"));
  }

  @Test
  void aHubThatFailsEndsIt() {
    status = 503;
    answer = "{\"error\": \"busy\"}";

    assertThrows(IOException.class, this::page);
  }
}
