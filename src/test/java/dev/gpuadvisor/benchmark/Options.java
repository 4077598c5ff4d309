package dev.gpuadvisor.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the benchmark is told on its command line. */
record Options(
    Path functionZip,
    List<String> against,
    int runs,
    int invocations,
    Path event,
    Pattern expected,
    int cpu,
    boolean dropped,
    Path json,
    int offers) {

  static final String USAGE =
      """
      --zip FILE           the function (target/function.zip)
      --against NAME=FILE  another bootstrap, measured in turn with it; repeatable
      --runs N             counted runs of each, after one that is not (20)
      --invocations N      in each run, the first included (500)
      --event FILE         what is asked (the recorded event get.json)
      --expect REGEX       a run whose answer does not have it stops the benchmark
      --cpu N              runs the functions on this processor only
      --dropped            measures also with the executable dropped from the page cache
      --prices N           measures in turn also with a price file of N offers at its start
      --json FILE          where the result goes (target/benchmark.json)
      """;

  private static final String RECOMMENDS_AMPERE_24 =
      "\"recommended\":\\s*\\{\\s*\"(offer|id)\":\\s*\"AMPERE_24\"";

  static Options parse(String... arguments) {
    Builder options = new Builder();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--dropped")) {
        options.dropped = true;
      } else if (i + 1 < arguments.length) {
        options.set(arguments[i], arguments[++i]);
      } else {
        throw new IllegalArgumentException("No such option, or no value: " + arguments[i]);
      }
    }
    return options.build();
  }

  private static final class Builder {
    private Path functionZip = Path.of("target/function.zip");
    private final List<String> against = new ArrayList<>();
    private int runs = 20;
    private int invocations = 500;
    private Path event;
    private String expected = RECOMMENDS_AMPERE_24;
    private int cpu = -1;
    private boolean dropped;
    private Path json = Path.of("target/benchmark.json");
    private int offers;

    private void set(String option, String value) {
      switch (option) {
        case "--zip" -> functionZip = Path.of(value);
        case "--against" -> against.add(value);
        case "--runs" -> runs = Integer.parseInt(value);
        case "--invocations" -> invocations = Integer.parseInt(value);
        case "--event" -> event = Path.of(value);
        case "--expect" -> expected = value;
        case "--cpu" -> cpu = Integer.parseInt(value);
        case "--prices" -> offers = Integer.parseInt(value);
        case "--json" -> json = Path.of(value);
        default -> throw new IllegalArgumentException("No such option: " + option);
      }
    }

    private Options build() {
      if (runs < 1 || invocations < 2) {
        throw new IllegalArgumentException("At least one run of two invocations");
      }
      return new Options(
          functionZip,
          List.copyOf(against),
          runs,
          invocations,
          event,
          Pattern.compile(expected),
          cpu,
          dropped,
          json,
          offers);
    }
  }
}
