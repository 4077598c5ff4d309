package dev.gpuadvisor.benchmark;

import dev.gpuadvisor.function.testing.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures native functions against a Lambda Runtime API on the loopback interface. */
public final class FunctionBenchmark {

  private final Options options;
  private final byte[] event;
  private final AnswerCheck check;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<Subject, List<Run>> cached = new LinkedHashMap<>();
  private final Map<Subject, List<Run>> dropped = new LinkedHashMap<>();

  private FunctionBenchmark(Options options) throws IOException {
    this.options = options;
    this.event =
        options.event() == null ? Events.event("get") : Files.readAllBytes(options.event());
    this.check = new AnswerCheck(options.expected());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Of the ways to start a process, the one with the least between fork and exec.
    System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("function-benchmark");
    try {
      new FunctionBenchmark(options).measure(folder);
    } finally {
      delete(folder);
    }
  }

  private void measure(Path folder) throws IOException, InterruptedException {
    subjects.add(Subject.function(options.functionZip(), folder));
    if (options.offers() > 0) {
      subjects.add(subjects.get(0).withPrices(options.offers(), folder));
    }
    for (String other : options.against()) {
      subjects.add(Subject.other(other, folder));
    }
    if (options.cpu() >= 0) {
      Machine.bindThread(options.cpu());
    }
    warmUp();
    for (int i = 0; i < options.runs(); i++) {
      for (Subject subject : subjects) {
        runOnce(subject);
      }
    }
    Report report = report();
    report.writeJson();
    System.out.println(report.markdown());
  }

  /** Above all of this JVM, whose Runtime API must not be what is measured. */
  private void warmUp() throws IOException, InterruptedException {
    for (Subject subject : subjects) {
      TimedRuntime.run(subject, event, 20_000, check);
    }
  }

  private void runOnce(Subject subject) throws IOException, InterruptedException {
    Machine.cache(subject.executable());
    add(cached, subject);
    if (options.dropped()) {
      Machine.drop(subject.executable());
      add(dropped, subject);
    }
  }

  private void add(Map<Subject, List<Run>> runs, Subject subject)
      throws IOException, InterruptedException {
    Run run = TimedRuntime.run(subject, event, options.invocations(), check);
    runs.computeIfAbsent(subject, key -> new ArrayList<>()).add(run);
  }

  private Report report() {
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      List<Run> fromDisk = dropped.getOrDefault(subject, List.of());
      figures.put(subject.name(), Summary.of(subject, cached.get(subject), fromDisk));
    }
    return new Report(options, figures);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
