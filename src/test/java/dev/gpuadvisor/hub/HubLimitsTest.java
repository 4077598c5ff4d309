package dev.gpuadvisor.hub;

import static dev.gpuadvisor.hub.StandInHub.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side does: an answer, in time, after few requests. */
class HubLimitsTest {

  private static final String API = "/api/models/org/name";
  private static final int MOST_MILLIS = HuggingFaceHub.MOST_MILLIS + 1_500; // of a busy machine

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  private Answer find() {
    return find(standIn.settings());
  }

  static Answer find(HubSettings settings) {
    long start = System.nanoTime();
    Answer answer =
        new HuggingFaceHub(settings, Clock.systemUTC())
            .find(RepositoryName.of("org/name").orElseThrow());
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < MOST_MILLIS, millis + " ms");
    return answer;
  }

  private static StandInRepository repository() {
    return new StandInRepository("org/name")
        .small("config.json", Repositories.QWEN)
        .small("model.safetensors.index.json", "{\"metadata\": {\"total_size\": 29540067328}}")
        .large("model-00001-of-00001.safetensors", new byte[8], 29_540_100_000L)
        .saying("\"safetensors\": {\"parameters\": {\"BF16\": 14770033664}}");
  }

  private static String file(String name) {
    return "/org/name/resolve/" + StandInRepository.REVISION + "/" + name;
  }

  private static HttpHandler never() {
    return exchange -> {
      try {
        Thread.sleep(20_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A byte now and then: each comes in time, and all of them never. */
  private static HttpHandler drip() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      for (int i = 0; i < 100; i++) {
        exchange.getResponseBody().write(i == 0 ? '{' : ' ');
        exchange.getResponseBody().flush();
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    };
  }

  @Test
  void slowHubIsNotWaitedFor() {
    standIn.on(API, never());
    assertEquals(new Failed(Reason.SLOW), find());
    standIn.on(API, drip());
    assertEquals(new Failed(Reason.SLOW), find());
  }

  /** What is known by then is answered: the parameters, and their size by what the hub counts. */
  @Test
  void slowIndexCostsNothingButTime() {
    standIn.with(repository()).on(file("model.safetensors.index.json"), drip());
    assertTrue(find() instanceof Found found && found.model().parameters() == 14_770_033_664L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "404", "403", "302"})
  void missingIndexCostsNothing(int status) {
    standIn
        .with(repository())
        .on(
            file("model.safetensors.index.json"),
            status(status, "Location", "https://evil.example/"));
    assertTrue(
        find() instanceof Found found && found.model().storedBytes("bf16") == 29_540_067_328L);
  }

  @Test
  void lyingIndexIsNotBelieved() {
    for (String size : new String[] {"1", "-5", "1e400", "99999999999999999999", "[]", "{}"}) {
      standIn
          .with(repository())
          .on(
              file("model.safetensors.index.json"),
              exchange ->
                  StandInHub.send(
                      exchange,
                      200,
                      ("{\"metadata\": {\"total_size\": " + size + "}}").getBytes()));
      Answer answer = find();
      assertTrue(answer instanceof Found, size);
      long bytes = ((Found) answer).model().storedBytes("bf16");
      assertTrue(bytes == 0 || bytes == 29_540_067_328L, size + ": " + bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "http://169.254.169.254/latest/meta-data",
        "https://huggingface.co.evil.example/",
        "https://evilhuggingface.co/",
        "https://user@huggingface.co/",
        "https://huggingface.co:8443/",
        "http://huggingface.co/",
        "ftp://huggingface.co/",
        "file:///etc/passwd",
        "//evil.example/",
        "https://[::ffff:10.0.0.1]/",
        "not a uri at all",
        ""
      })
  void redirectsLeadToTheHubAndItsStorageOnly(String location) {
    standIn.on(API, status(302, "Location", location));
    assertEquals(new Failed(Reason.DOWN), find());
    assertTrue(standIn.requests.size() <= HubSession.MOST_REQUESTS);
  }

  @Test
  void redirectsInACircleEnd() {
    standIn.on(API, status(307, "Location", API));
    assertEquals(new Failed(Reason.DOWN), find());
    assertEquals(HubSession.MOST_REQUESTS, standIn.requests.size());
  }

  @Test
  void moreThanIsReadIsNotRead() {
    standIn.on(API, exchange -> pour(exchange.getResponseBody(), exchange));
    assertEquals(new Failed(Reason.DOWN), find());
    standIn.on(
        API,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream zipped = new GZIPOutputStream(exchange.getResponseBody())) {
            zipped.write('{');
            for (int i = 0; i < 1 << 14; i++) {
              zipped.write(new byte[1 << 14]);
            }
          }
        });
    Answer answer = find();
    assertTrue(answer instanceof Failed, answer::toString);
  }

  private static void pour(OutputStream out, HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    out.write("{\"tags\": [".getBytes());
    byte[] tags = "\"a-tag-of-some-length\",".repeat(1 << 10).getBytes();
    for (int i = 0; i < 1 << 14; i++) {
      out.write(tags);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://hub.example",
        "huggingface.co",
        "https://",
        "https://a b",
        "http://10.0.0.1"
      })
  void addressThatIsNoneIsNotAsked(String endpoint) {
    assertEquals(
        new Failed(Reason.DOWN), find(HubSettings.from(Map.of("HF_ENDPOINT", endpoint)::get)));
  }

  @Test
  void nobodyListening() throws IOException {
    URI free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = URI.create("http://localhost:" + socket.getLocalPort());
    }
    assertEquals(
        new Failed(Reason.DOWN),
        find(HubSettings.from(Map.of("HF_ENDPOINT", free.toString())::get)));
  }
}
