package dev.gpuadvisor.server;

import dev.gpuadvisor.stream.Json;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A line of JSON for each request, on standard output. Queries are not in it: what people ask is
 * theirs. A thread of its own writes, since whoever reads the output may be slow; lines that do not
 * find room are counted and not waited for.
 */
@Singleton
class AccessLog {

  private static final int MOST_WAITING = 8192;
  private static final int LONGEST = 256;
  private static final long SECONDS_TO_STOP = 2;

  /**
   * What is told of a request.
   *
   * @param client whose address it came from
   * @param operation {@code recommend}, or {@code none}
   * @param bytes of the answer as it was sent
   * @param agent what the caller says that it is; null where it does not
   */
  record Line(
      Instant time,
      String client,
      String method,
      String path,
      String operation,
      int status,
      long bytes,
      long nanos,
      String agent) {

    byte[] json() {
      return Json.bytes(
          json -> {
            json.writeStartObject();
            json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("client", client);
            json.writeStringField("method", cut(method));
            json.writeStringField("path", cut(path));
            json.writeStringField("operation", operation);
            json.writeNumberField("status", status);
            json.writeNumberField("bytes", bytes);
            json.writeNumberField("microseconds", nanos / 1000);
            if (agent != null) {
              json.writeStringField("user_agent", cut(agent));
            }
            json.writeEndObject();
          });
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
  }

  private final boolean on = ServerSettings.read().accessLog();
  private final Metrics metrics;
  private final PrintStream out = System.out;
  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer = new Thread(this::writeAll, "access-log");

  @Inject
  AccessLog(Metrics metrics) {
    this.metrics = metrics;
    writer.setDaemon(true);
    if (on) {
      writer.start();
    }
  }

  boolean isOn() {
    return on;
  }

  void add(Line line) {
    if (!waiting.offer(line)) {
      metrics.dropLine();
    }
  }

  /** What was answered before the end is told before the end. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    writer.interrupt();
    writer.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_STOP));
  }

  private void writeAll() {
    try {
      while (true) {
        write(waiting.take());
        if (waiting.isEmpty()) {
          out.flush();
        }
      }
    } catch (InterruptedException e) {
      for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
        write(line);
      }
      out.flush();
    }
  }

  private void write(Line line) {
    byte[] json = line.json();
    out.write(json, 0, json.length);
    if (json[json.length - 1] != '\n') {
      out.write('\n');
    }
  }
}
