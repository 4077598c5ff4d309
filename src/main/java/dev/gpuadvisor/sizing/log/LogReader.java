package dev.gpuadvisor.sizing.log;

import java.util.Optional;

/** Reads the start-up log of one runtime. */
public interface LogReader {

  /** Empty where the text holds no line of this runtime. */
  Optional<StartupLog> read(LogText text);
}
