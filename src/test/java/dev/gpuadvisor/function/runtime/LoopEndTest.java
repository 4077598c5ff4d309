package dev.gpuadvisor.function.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.Reply;
import dev.gpuadvisor.function.testing.Reply.After;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runtimes with which there is no going on: the function ends, for Lambda to start another. */
@Timeout(60)
class LoopEndTest {

  private static final byte[] EVENT = "{}".getBytes(UTF_8);

  private final ScriptedRuntime runtime = new ScriptedRuntime();
  private final LoopThread loop =
      new LoopThread(
          runtime.address(), () -> (invocation, answer) -> answer.write(invocation.event()));

  @BeforeEach
  void start() {
    loop.start();
  }

  @AfterEach
  void stop() {
    runtime.close();
  }

  @Test
  void endsWhereTheRuntimeCannotGoOn() throws Exception {
    runtime.onPost(Reply.status(500, "{}"));
    runtime.invoke("id", EVENT);
    assertEquals("The runtime cannot go on: status 500", loop.end().getMessage());
  }

  @Test
  void endsWhereThereIsNoEvent() throws Exception {
    runtime.onNext(Reply.status(403, "{}"));
    assertEquals("The runtime has no event but status 403", loop.end().getMessage());
  }

  @Test
  void endsWhereTheReplyIsNotHttp() throws Exception {
    Reply nonsense = Reply.raw("SSH-2.0-OpenSSH_9.2\r\n").then(After.CLOSE);
    runtime.onNext(nonsense).onNext(nonsense).onNext(nonsense);
    assertEquals("Not an HTTP reply: SSH-2.0-OpenSSH_9.2", loop.end().getMessage());
  }

  @Test
  void endsWhereHeadersNeverEnd() throws Exception {
    Reply endless = Reply.raw("HTTP/1.1 200 OK\r\nx: " + "y".repeat(20_000)).then(After.CLOSE);
    runtime.onNext(endless).onNext(endless).onNext(endless);
    assertEquals("A line of more than 16384 bytes", loop.end().getMessage());
  }

  @Test
  void endsWhereAHeadStopsArriving() throws Exception {
    Reply half = Reply.raw("HTTP/1.1 200 OK\r\nLambda-Runt").then(After.STALL);
    runtime.onNext(half).onNext(half).onNext(half);
    assertTrue(loop.end() instanceof SocketTimeoutException);
  }
}
