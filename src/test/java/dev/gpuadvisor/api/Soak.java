package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.slack.HostileLines;
import dev.gpuadvisor.slack.Slack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sends hostile requests, as many that are merely unusual and as many lines that somebody types in
 * Slack, for as long as it takes: no answer is a 5xx, the process lives on, and its memory is at
 * the end what it was after the first tenth. Run by {@code .ci/soak}.
 *
 * <p>{@code Soak function|server FILE REQUESTS [SEED]}
 */
public final class Soak {

  private static final int PARTS = 10;
  private static final int MOST_SHOWN = 10;
  private static final int SAMPLES = 51;
  private static final double GROWTH = 1.1;

  private static final ApiRequest PLAIN =
      new ApiRequest(
          "GET /v1/recommendations", Map.of(), "model=qwen2.5-14b", Map.of(), new byte[0]);

  private final SoakedDoor door;
  private final HostileRequests hostile;
  private final SensibleRequests sensible;
  private final Random random;
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private int failures;

  private Soak(SoakedDoor door, long seed) {
    this.door = door;
    this.hostile = new HostileRequests(seed);
    this.sensible = new SensibleRequests(seed);
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
    if (!Files.exists(file)) {
      throw new IOException("no " + file);
    }
    boolean passed;
    try (SoakedDoor door =
        arguments[0].equals("function") ? SoakedFunction.start(file) : SoakedServer.start(file)) {
      System.out.printf("== %s: %,d hostile and unusual requests, seed %d%n", file, count, seed);
      passed = new Soak(door, seed).run(count);
    }
    System.exit(passed ? 0 : 1); // only now: leaving at once would leave the server running
  }

  private boolean run(int count) throws IOException {
    long early = 0;
    long late = 0;
    for (int part = 1; part <= PARTS; part++) {
      for (int i = 0; i < count / PARTS; i++) {
        ask(next(i));
      }
      late = settledKib();
      early = part == 1 ? late : early;
      System.out.printf("%,9d requests, %,d KiB, %s%n", part * (count / PARTS), late, statuses);
    }
    boolean flat = late < early * GROWTH;
    System.out.println(
        (flat ? "memory is flat" : "memory grew") + "; answers of 500 and above: " + failures);
    return flat && failures == 0;
  }

  private ApiRequest next(int at) {
    return switch (at % 3) {
      case 0 -> sensible.next();
      case 1 -> Slack.command(HostileLines.line(random));
      default -> hostile.next();
    };
  }

  private void ask(ApiRequest request) throws IOException {
    int status = door.status(request);
    statuses.merge(status, 1L, Long::sum);
    if (status >= 500) {
      failures++;
      if (failures <= MOST_SHOWN) {
        System.out.println(status + ": " + shown(request));
      }
    }
  }

  private static String shown(ApiRequest request) {
    return request.routeKey()
        + " ?"
        + request.rawQuery()
        + " "
        + request.headers()
        + " "
        + new String(request.body(), UTF_8);
  }

  /** The median while it answers something plain. */
  private long settledKib() throws IOException {
    long[] samples = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      door.status(PLAIN);
      samples[i] = door.residentKib();
    }
    Arrays.sort(samples);
    return samples[SAMPLES / 2];
  }
}
