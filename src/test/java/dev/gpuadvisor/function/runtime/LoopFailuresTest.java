package dev.gpuadvisor.function.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.function.testing.Reply;
import dev.gpuadvisor.function.testing.Reply.After;
import dev.gpuadvisor.function.testing.Request;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Failures of the handler and of the runtime: each is reported, or ends the loop, and none hangs.
 */
@Timeout(60)
class LoopFailuresTest {

  private static final byte[] EVENT = "{}".getBytes(UTF_8);

  private final ScriptedRuntime runtime = new ScriptedRuntime();
  private final LoopThread loop = new LoopThread(runtime.address(), () -> this::handle);

  private void handle(Invocation invocation, OutputStream answer) throws IOException {
    switch (invocation.requestId()) {
      case "throws" -> throw new IllegalStateException("the \"reason\"");
      case "throws-checked" -> throw new IOException((String) null);
      case "overflows" -> handle(invocation, answer, 0);
      case "talks" -> answer.write(new byte[6_291_557]);
      default -> answer.write(invocation.event());
    }
  }

  private int handle(Invocation invocation, OutputStream answer, int depth) {
    return handle(invocation, answer, depth + 1) + 1;
  }

  @BeforeEach
  void start() {
    loop.start();
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void reportsWhatTheHandlerThrows() throws Exception {
    Request posted = runtime.invoke("throws", EVENT);
    assertEquals("invocation/throws/error", posted.call());
    assertEquals(
        "IllegalStateException", posted.headers().get("lambda-runtime-function-error-type"));
    JsonNode report = new ObjectMapper().readTree(posted.body());
    assertEquals("the \"reason\"", report.get("errorMessage").textValue());
    assertEquals("java.lang.IllegalStateException", report.get("errorType").textValue());
    assertTrue(report.get("stackTrace").get(0).textValue().contains("LoopFailuresTest"));
    assertGoesOn();
  }

  @Test
  void reportsAnErrorWithoutAMessage() {
    assertReported("throws-checked", runtime.invoke("throws-checked", EVENT), "\"null\"");
    assertGoesOn();
  }

  @Test
  void reportsAHandlerThatOverflowsTheStack() {
    assertReported("overflows", runtime.invoke("overflows", EVENT), "StackOverflowError");
    assertGoesOn();
  }

  @Test
  void reportsAnAnswerLargerThanLambdaTakes() {
    assertReported("talks", runtime.invoke("talks", EVENT), "6291557 bytes");
    assertGoesOn();
  }

  @Test
  void reportsAnEventThatEndsTooSoon() {
    runtime.onNext(Reply.eventOfLength("cut", 100, EVENT).then(After.CLOSE));
    assertReported("cut", runtime.posted(), "The event could not be read");
    assertGoesOn();
  }

  @Test
  void reportsAnEventThatStopsArriving() {
    runtime.onNext(Reply.eventOfLength("stalled", 100, EVENT).then(After.STALL));
    assertReported("stalled", runtime.posted(), "timed out");
    assertGoesOn();
  }

  @Test
  void reportsAnOversizeEventWithoutReadingIt() {
    runtime.onNext(Reply.eventOfLength("huge", 1L << 40, EVENT).then(After.STALL));
    assertReported("huge", runtime.posted(), "More than 8388608 bytes");
    assertGoesOn();
  }

  @Test
  void reportsAnOversizeEventInChunks() {
    runtime.onNext(Reply.chunkedEvent("huge", new byte[9_000_000], 1_000_000));
    assertReported("huge", runtime.posted(), "More than 8388608 bytes");
    assertGoesOn();
  }

  @Test
  void reportsChunksThatAreNone() {
    byte[] chunked = Reply.chunkedEvent("broken", EVENT, 1).bytes();
    String broken = new String(chunked, UTF_8).replace("1;extension", "one;extension");
    runtime.onNext(Reply.raw(broken));
    assertReported("broken", runtime.posted(), "Not a number: one");
    assertGoesOn();
  }

  @Test
  void goesOnWhereAnAnswerIsRefused() {
    runtime.onPost(Reply.status(413, "{}"));
    runtime.invoke("refused", EVENT);
    assertGoesOn();
  }

  @Test
  void goesOnWhereAReceiptStopsArriving() {
    String receipt = "HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{";
    runtime.onPost(Reply.raw(receipt).then(After.STALL));
    runtime.invoke("accepted", EVENT);
    assertGoesOn();
  }

  @Test
  void waitsLongerForAnEventThanForAnythingElse() throws Exception {
    Thread.sleep(1_000);
    assertGoesOn();
  }

  @Test
  void reportsAHandlerThatCannotBeMade() throws Exception {
    RuntimeException reason = new IllegalArgumentException("no secret");
    LoopThread failing =
        new LoopThread(
            runtime.address(),
            () -> {
              throw reason;
            });
    failing.start();
    Request posted = runtime.posted();
    assertEquals("init/error", posted.call());
    assertTrue(posted.text().contains("no secret"), posted::text);
    assertSame(reason, failing.end());
  }

  private void assertGoesOn() {
    assertEquals("invocation/next-one/response", runtime.invoke("next-one", EVENT).call());
  }

  private static void assertReported(String requestId, Request posted, String what) {
    assertEquals("invocation/" + requestId + "/error", posted.call());
    assertTrue(posted.text().contains(what), posted::text);
  }
}
