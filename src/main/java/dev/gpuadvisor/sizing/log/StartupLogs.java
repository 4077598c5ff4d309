package dev.gpuadvisor.sizing.log;

import java.util.List;
import java.util.Optional;

/** All runtimes whose start-up logs can be read. */
public final class StartupLogs {

  private static final List<LogReader> READERS = List.of(new VllmLog(), new LlamaCppLogReader());

  private StartupLogs() {}

  /** Empty where no runtime wrote this. */
  public static Optional<StartupLog> read(String text) {
    LogText log = LogText.of(text);
    return READERS.stream()
        .map(reader -> reader.read(log))
        .flatMap(Optional::stream)
        .filter(StartupLog::saysSomething)
        .findFirst();
  }
}
