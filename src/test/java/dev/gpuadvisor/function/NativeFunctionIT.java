package dev.gpuadvisor.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.function.testing.Events;
import dev.gpuadvisor.function.testing.FunctionProcess;
import dev.gpuadvisor.function.testing.HostileEvents;
import dev.gpuadvisor.function.testing.Reply;
import dev.gpuadvisor.function.testing.Reply.After;
import dev.gpuadvisor.function.testing.Request;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The executable in function.zip does what the handler does in the JVM, byte for byte. */
@Timeout(300)
class NativeFunctionIT {

  private static final int EVENTS = 10_000;
  private static final int WARM_UP = 1_000;
  private static final int MOST_KIB = 20 * 1024;
  private static final int GROWTH_KIB = 2048; // rare questions fetch pages of the file
  private static final int SAMPLES = 51;
  private static final int EVENTS_PER_SAMPLE = 7;

  @TempDir static Path folder;
  private static Path executable;

  private final ScriptedRuntime runtime = new ScriptedRuntime();
  private final GatewayHandler handler = new GatewayHandler();
  private FunctionProcess function;

  @BeforeAll
  static void unzip() throws IOException {
    executable = FunctionProcess.unzip(Path.of(System.getProperty("function.zip")), folder);
  }

  @BeforeEach
  void start() throws IOException {
    function = FunctionProcess.start(executable, runtime.address());
  }

  @AfterEach
  void stop() {
    function.close();
    runtime.close();
  }

  @Test
  void answersTheRecordedEventsAsInTheJvm() throws IOException {
    for (Map.Entry<String, byte[]> event : Events.all().entrySet()) {
      assertAnswersAsInTheJvm(event.getKey(), event.getValue());
    }
  }

  @Test
  void answersTenThousandMixedEventsInUnchangingMemory() throws IOException {
    HostileEvents events = new HostileEvents(20_251_125);
    long early = 0;
    for (int i = 1; i <= EVENTS; i++) {
      String answer = assertAnswersAsInTheJvm("event-" + i, events.next());
      assertTrue(!answer.startsWith("{\"statusCode\":5"), answer);
      if (i == WARM_UP) {
        early = settledMemory();
      }
    }
    long late = settledMemory();
    System.out.printf("RSS after %d events: %d KiB, %d: %d KiB%n", WARM_UP, early, EVENTS, late);
    assertTrue(late < early + GROWTH_KIB, "RSS grew from " + early + " to " + late + " KiB");
  }

  /** What no answer needs lies together, and stays in the file. */
  @Test
  void takesLittleMemoryForOrdinaryQuestions() throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      assertAnswersAsInTheJvm("ordinary-" + i, Events.event("get"));
    }
    long peak = function.status("VmHWM");
    assertTrue(peak < MOST_KIB, "It took " + peak + " KiB");
  }

  @Test
  void reportsATruncatedAndAnOversizeEventAndGoesOn() throws IOException {
    byte[] event = Events.event("get-health");
    runtime.onNext(Reply.eventOfLength("cut", event.length + 1L, event).then(After.CLOSE));
    assertReported("cut", "The connection ended within a reply");
    runtime.onNext(Reply.eventOfLength("stalled", event.length + 1L, event).then(After.STALL));
    assertReported("stalled", "timed out");
    runtime.onNext(Reply.eventOfLength("oversize", 1L << 32, event).then(After.STALL));
    assertReported("oversize", "More than 8388608 bytes");
    assertAnswersAsInTheJvm("after", event);
  }

  @Test
  void reconnectsToARuntimeThatCutsTheConnection() throws Exception {
    byte[] event = Events.event("get-health");
    assertAnswersAsInTheJvm("before", event);
    runtime.cutConnections();
    assertAnswersAsInTheJvm("after", event);
  }

  @Test
  void endsWithTheRuntime() throws Exception {
    assertAnswersAsInTheJvm("before", Events.event("get-health"));
    runtime.close();
    assertEquals(1, function.exitCode());
  }

  @Test
  void endsWhereThereIsNoRuntime() throws Exception {
    try (FunctionProcess lost = FunctionProcess.start(executable, "127.0.0.1:1")) {
      assertEquals(1, lost.exitCode());
    }
  }

  /** In the middle of what it is while ordinary events come: a collector works in waves. */
  private long settledMemory() throws IOException {
    long[] samples = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < EVENTS_PER_SAMPLE; j++) {
        assertAnswersAsInTheJvm("settling-" + i + "-" + j, Events.event("get"));
      }
      samples[i] = function.status("VmRSS");
    }
    Arrays.sort(samples);
    return samples[SAMPLES / 2];
  }

  private String assertAnswersAsInTheJvm(String name, byte[] event) throws IOException {
    byte[] before = inTheJvm(event);
    Request posted = runtime.invoke(name, event);
    assertEquals("invocation/" + name + "/response", posted.call(), posted::text);
    // In a day's last hour an answer says how many seconds are left of it.
    byte[] expected = Arrays.equals(before, posted.body()) ? before : inTheJvm(event);
    assertArrayEquals(expected, posted.body(), name);
    return posted.text();
  }

  private byte[] inTheJvm(byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    return answer.toByteArray();
  }

  private void assertReported(String requestId, String what) {
    Request posted = runtime.posted();
    assertEquals("invocation/" + requestId + "/error", posted.call());
    assertTrue(posted.text().contains(what), posted::text);
  }
}
