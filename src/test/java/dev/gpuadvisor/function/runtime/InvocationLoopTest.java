package dev.gpuadvisor.function.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.Reply;
import dev.gpuadvisor.function.testing.Reply.After;
import dev.gpuadvisor.function.testing.Request;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InvocationLoopTest {

  private static final byte[] EVENT = "{\"n\":1}".getBytes(UTF_8);

  private final BlockingQueue<Invocation> invocations = new LinkedBlockingQueue<>();
  private final ScriptedRuntime runtime = new ScriptedRuntime();
  private final LoopThread loop =
      new LoopThread(
          runtime.address(),
          () ->
              (invocation, answer) -> {
                invocations.add(invocation);
                answer.write(invocation.event());
              });

  @BeforeEach
  void start() {
    loop.start();
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void answersOneEventAfterTheOther() {
    for (int i = 0; i < 3; i++) {
      assertEchoed("id-" + i, runtime.invoke("id-" + i, EVENT), EVENT);
    }
  }

  @Test
  void handsOverWhatTheRuntimeSaysOfTheInvocation() throws Exception {
    runtime.invoke("id", EVENT);
    Invocation invocation = invocations.take();
    assertEquals("id", invocation.requestId());
    assertEquals(1795395600000L, invocation.deadlineMillis());
    assertEquals("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0", invocation.traceId());
    assertArrayEquals(EVENT, invocation.event());
  }

  @Test
  void whatFollowsAnAnswerIsDoneAfterItHasLeftAndBeforeTheNextEventIsAskedFor() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BlockingQueue<String> order = new LinkedBlockingQueue<>();
    try (ScriptedRuntime other = new ScriptedRuntime()) {
      new LoopThread(other.address(), () -> new Following(order, release)).start();
      assertEchoed("one", other.invoke("one", EVENT), EVENT);
      assertEquals("handled one", order.take());
      release.countDown(); // only now, for the answer is there already
      assertEchoed("two", other.invoke("two", EVENT), EVENT);
      assertEquals("after", order.take());
      assertEquals("handled two", order.take());
    }
  }

  private record Following(BlockingQueue<String> order, CountDownLatch release)
      implements EventHandler {

    @Override
    public void handle(Invocation invocation, OutputStream answer) throws IOException {
      order.add("handled " + invocation.requestId());
      answer.write(invocation.event());
    }

    @Override
    public void answered() {
      try {
        release.await();
        order.add("after");
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100_000})
  void readsEventsInChunks(int chunk) {
    byte[] event = bytes(chunk == 1 ? 500 : 300_000);
    runtime.onNext(Reply.chunkedEvent("id", event, chunk));
    assertEchoed("id", runtime.posted(), event);
  }

  @Test
  void readsEventsOfSixMegabytes() {
    byte[] event = bytes(6_000_000);
    assertEchoed("fixed", runtime.invoke("fixed", event), event);
    runtime.onNext(Reply.chunkedEvent("chunked", event, 65_536));
    assertEchoed("chunked", runtime.posted(), event);
    assertEchoed("small", runtime.invoke("small", EVENT), EVENT);
  }

  @Test
  void readsAnEmptyEvent() {
    assertEchoed("empty", runtime.invoke("empty", new byte[0]), new byte[0]);
  }

  @Test
  void passesOverInterimReplies() {
    Reply event = Reply.event("id", EVENT);
    runtime.onNext(Reply.raw("HTTP/1.1 100 Continue\r\n\r\n" + new String(event.bytes(), UTF_8)));
    assertEchoed("id", runtime.posted(), EVENT);
  }

  @Test
  void reconnectsWhereTheRuntimeClosesTheConnectionAfterAnEvent() {
    runtime.onNext(Reply.event("one", EVENT).then(After.CLOSE));
    assertEchoed("one", runtime.posted(), EVENT);
    assertEchoed("two", runtime.invoke("two", EVENT), EVENT);
  }

  @Test
  void reconnectsWhereTheRuntimeClosesTheConnectionAfterAnAnswer() {
    runtime.onPost(Reply.accepted().then(After.CLOSE));
    assertEchoed("one", runtime.invoke("one", EVENT), EVENT);
    assertEchoed("two", runtime.invoke("two", EVENT), EVENT);
  }

  @Test
  void reconnectsWhereTheRuntimeSaysThatItCloses() {
    String head = "HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    runtime.onPost(Reply.raw(head).then(After.CLOSE));
    assertEchoed("one", runtime.invoke("one", EVENT), EVENT);
    assertEchoed("two", runtime.invoke("two", EVENT), EVENT);
  }

  @Test
  void readsAReplyThatEndsWithItsConnection() {
    runtime.onPost(Reply.raw("HTTP/1.0 202 Accepted\r\n\r\nOK").then(After.CLOSE));
    assertEchoed("one", runtime.invoke("one", EVENT), EVENT);
    assertEchoed("two", runtime.invoke("two", EVENT), EVENT);
  }

  @Test
  void asksAgainWhereTheConnectionEndsWithoutAReply() {
    runtime.onNext(Reply.none()).onNext(Reply.none());
    assertEchoed("id", runtime.invoke("id", EVENT), EVENT);
  }

  @Test
  void handsAnAnswerInAgainWhereItsReceiptDoesNotCome() {
    runtime.onPost(Reply.none());
    assertEchoed("id", runtime.invoke("id", EVENT), EVENT);
    assertEchoed("id", runtime.posted(), EVENT);
    assertEchoed("two", runtime.invoke("two", EVENT), EVENT);
  }

  @Test
  void givesUpARuntimeThatNeverReplies() throws Exception {
    runtime.onNext(Reply.none()).onNext(Reply.none()).onNext(Reply.none());
    assertEquals("The connection ended within a reply", loop.end().getMessage());
  }

  @Test
  void givesUpARuntimeThatIsGone() throws Exception {
    runtime.invoke("id", EVENT);
    runtime.close();
    assertTrue(loop.end() instanceof java.io.IOException);
  }

  private static void assertEchoed(String requestId, Request posted, byte[] event) {
    assertEquals("invocation/" + requestId + "/response", posted.call());
    assertArrayEquals(event, posted.body());
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(4).nextBytes(bytes);
    return bytes;
  }
}
