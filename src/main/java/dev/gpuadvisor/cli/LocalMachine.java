package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The machine that it runs on. */
final class LocalMachine implements Surroundings {

  private static final String STDOUT = "/proc/self/fd/1";
  private static final int MOST_BYTES = 8 << 20;

  /**
   * Writes to the terminal that stdout is, if it is one: the output of a program cannot be asked
   * for its size by itself, since it goes to a pipe.
   */
  private static final List<String> SIZE =
      List.of("/bin/sh", "-c", "test -t 1 && stty size <&1 >&2");

  @Override
  public String variable(String name) {
    return System.getenv(name);
  }

  @Override
  public InputStream in() {
    return System.in;
  }

  @Override
  public OutputStream out() {
    return new FileOutputStream(FileDescriptor.out);
  }

  @Override
  public OutputStream err() {
    return new FileOutputStream(FileDescriptor.err);
  }

  @Override
  public int terminalColumns() {
    try {
      if (isSurelyNone()) {
        return 0;
      }
      Process asked =
          new ProcessBuilder(SIZE)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .start();
      String size = new String(asked.getErrorStream().readAllBytes(), UTF_8).strip();
      return asked.waitFor() == 0 ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** On Linux a look at one link saves a program: most that is asked by scripts goes to a pipe. */
  private static boolean isSurelyNone() throws IOException {
    String target = new File(STDOUT).getCanonicalPath();
    return !target.startsWith("/dev/") && !target.equals(STDOUT) || target.equals("/dev/null");
  }

  @Override
  public boolean hasFile(String name) {
    return new File(name).exists();
  }

  @Override
  public byte[] file(String name) throws IOException {
    try (InputStream file = new FileInputStream(name)) {
      return file.readNBytes(MOST_BYTES);
    }
  }

  @Override
  public String outputOf(List<String> program) throws IOException {
    Process process =
        new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readNBytes(MOST_BYTES), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program.get(0) + ": " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output;
  }
}
