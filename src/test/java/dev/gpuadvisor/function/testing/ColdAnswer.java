package dev.gpuadvisor.function.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first answer of a process, and how long after its start it came.
 *
 * @param text as it was posted
 */
public record ColdAnswer(double millis, String text) {

  private static final int STARTS = 7;
  private static final double NANOS = 1e6;

  /** Makes the event just before it is sent: signatures age. */
  @FunctionalInterface
  public interface Asked {
    String event();
  }

  /**
   * The one in the middle of several, each of a process of its own; all have to be alike.
   *
   * @param settings of its environment
   */
  public static ColdAnswer of(Path executable, Map<String, String> settings, Asked asked) {
    List<ColdAnswer> answers =
        IntStream.range(0, STARTS)
            .mapToObj(i -> once(executable, settings, asked))
            .sorted(Comparator.comparingDouble(ColdAnswer::millis))
            .toList();
    for (ColdAnswer each : answers) {
      if (each.text.length() != answers.get(0).text.length()) {
        throw new AssertionError(each.text + " and " + answers.get(0).text);
      }
    }
    return answers.get(STARTS / 2);
  }

  private static ColdAnswer once(Path executable, Map<String, String> settings, Asked asked) {
    byte[] event = asked.event().getBytes(UTF_8);
    try (ScriptedRuntime runtime = new ScriptedRuntime()) {
      runtime.onNext(Reply.event("cold", event));
      try (FunctionProcess function =
          FunctionProcess.start(executable, runtime.address(), settings)) {
        Request posted = runtime.posted();
        return new ColdAnswer((posted.readNanos() - function.startNanos()) / NANOS, posted.text());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
