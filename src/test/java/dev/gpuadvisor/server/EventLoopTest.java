package dev.gpuadvisor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.unlisted.Hub;
import dev.gpuadvisor.unlisted.RepositoryName;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody waits on an event loop: while a hub takes its time, others are answered. */
@QuarkusTest
class EventLoopTest {

  /** More than there are event loops, and on every path that reads a model. */
  private static final List<String> OF_THE_HUB =
      List.of(
          "/v1/recommendations?model=some-lab/Some-Model",
          "/v1/recommendations?model=some-lab%2FSome-Model&lang=fr",
          "/v1/recommendations?model=https%3A%2F%2Fhuggingface.co%2Fsome-lab%2FSome-Model",
          "/v1/recommendations?model=qwen2.5-14b&exact=true",
          "/v1/estimate?model=some-lab/Some-Model",
          "/v1/compare?offers=AMPERE_24&model=some-lab/Some-Model",
          "/v1/report?model=some-lab/Some-Model",
          "/v1/report?model=some-lab/Some-Model&format=html",
          "/v1/launch?model=some-lab/Some-Model",
          "/v1/models/some-lab/Some-Model",
          "/v1/models?gguf=some-lab/Some-Model-GGUF",
          "/?model=some-lab/Some-Model");

  private static final List<String> OTHERS =
      List.of(
          "/health",
          "/health/live",
          "/health/ready",
          "/metrics",
          "/v1/offers",
          "/v1/recommendations?model=qwen2.5-14b",
          "/v1/recommendations?model=Qwen/Qwen2.5-14B-Instruct",
          "/");

  private static final int TIMES = 3;
  private static final Duration MOST = Duration.ofSeconds(30);

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  private final SlowHub hub = new SlowHub();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Answers when it is let. */
  private static final class SlowHub implements Hub {

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean askedOnEventLoop;

    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public Answer find(RepositoryName name) {
      asked.incrementAndGet();
      askedOnEventLoop |= Context.isOnEventLoopThread();
      try {
        mayAnswer.await(MOST.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Failed(Reason.SLOW);
    }
  }

  @BeforeEach
  void install() {
    QuarkusMock.installMockForType(hub, Hub.class);
  }

  @Test
  void othersAreAnsweredMeanwhile() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      OF_THE_HUB.forEach(target -> waiting.add(client.sendAsync(get(target), body())));
    }
    awaitQuestions(waiting.size());

    for (int i = 0; i < TIMES * 4; i++) {
      for (String target : OTHERS) {
        assertEquals(200, client.send(get(target), body()).statusCode(), target);
      }
    }
    List<String> early =
        waiting.stream()
            .filter(CompletableFuture::isDone)
            .map(done -> done.join().uri() + ": " + done.join().body())
            .toList();
    assertEquals(List.of(), early);

    hub.mayAnswer.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : waiting) {
      HttpResponse<String> response = answer.get(MOST.toSeconds(), TimeUnit.SECONDS);
      String told = response.uri() + ": " + response.body();
      assertTrue(List.of(400, 404).contains(response.statusCode()), told);
      assertTrue(response.body().toLowerCase(Locale.ROOT).matches("(?s).*(some-lab|qwen).*"), told);
    }
    assertFalse(hub.askedOnEventLoop);
  }

  /** What the framework refuses comes in another way. */
  @Test
  void refusedOnesWaitElsewhereToo() throws Exception {
    hub.mayAnswer.countDown();
    HttpRequest request =
        HttpRequest.newBuilder(uri(OF_THE_HUB.get(0))).method("BREW", none()).build();
    assertEquals(405, client.send(request, body()).statusCode());
    HttpRequest strange =
        HttpRequest.newBuilder(uri(OF_THE_HUB.get(0))).header("Accept", "?/?").GET().build();
    assertEquals(400, client.send(strange, body()).statusCode());
    assertFalse(hub.askedOnEventLoop);
  }

  private void awaitQuestions(int count) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (hub.asked.get() < count && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(count, hub.asked.get());
  }

  private HttpRequest get(String target) {
    return HttpRequest.newBuilder(uri(target)).timeout(MOST).GET().build();
  }

  private URI uri(String target) {
    return URI.create("http://localhost:" + port + target);
  }

  private static HttpRequest.BodyPublisher none() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString(UTF_8);
  }
}
