package dev.gpuadvisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Where the command line runs: what it is given, what it may call, and where it writes. */
interface Surroundings {

  /** A variable of the environment; null where it is not set. */
  String variable(String name);

  InputStream in();

  OutputStream out();

  OutputStream err();

  /** The columns of the terminal that is written to; 0 where it is none. */
  int terminalColumns();

  /** A file of that name. */
  byte[] file(String name) throws IOException;

  boolean hasFile(String name);

  /**
   * What a program prints.
   *
   * @throws IOException where there is no such program, or it fails
   */
  String outputOf(List<String> program) throws IOException;
}
