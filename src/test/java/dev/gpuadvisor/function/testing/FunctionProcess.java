package dev.gpuadvisor.function.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's executable, run as Lambda runs it: with an environment of its own. */
public final class FunctionProcess implements AutoCloseable {

  private final long startNanos;
  private final Process process;

  private FunctionProcess(ProcessBuilder builder) throws IOException {
    this.startNanos = System.nanoTime();
    this.process = builder.start();
  }

  public static FunctionProcess start(Path executable, String runtimeApi) throws IOException {
    return start(executable, runtimeApi, Map.of("HUB", "off")); // no test asks the real hub
  }

  /**
   * @param settings what the environment has beside Lambda's own
   */
  public static FunctionProcess start(
      Path executable, String runtimeApi, Map<String, String> settings) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(executable.toString());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(
        Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin",
            "LANG", "en_US.UTF-8",
            "TZ", ":UTC",
            "AWS_LAMBDA_RUNTIME_API", runtimeApi,
            "AWS_LAMBDA_FUNCTION_NAME", "gpu-advisor",
            "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
            "AWS_REGION", "eu-west-1",
            "LAMBDA_TASK_ROOT", "/var/task",
            "_HANDLER", "bootstrap"));
    environment.putAll(settings);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new FunctionProcess(builder);
  }

  /** Takes the executable out of what is uploaded to Lambda. */
  public static Path unzip(Path functionZip, Path folder) throws IOException {
    Path executable = folder.resolve("bootstrap");
    try (ZipFile zip = new ZipFile(functionZip.toFile())) {
      ZipEntry entry = zip.getEntry("bootstrap");
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, executable);
      }
    }
    if (!executable.toFile().setExecutable(true)) {
      throw new IOException(executable + " cannot be made executable");
    }
    return executable;
  }

  /** When it was about to be started, as {@link System#nanoTime}. */
  public long startNanos() {
    return startNanos;
  }

  /** A line of {@code /proc/PID/status} that is a number, in the unit it has there. */
  public long status(String name) throws IOException {
    for (String line : Files.readAllLines(proc("status"))) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("No " + name + " in the status of " + process.pid());
  }

  /** Page faults so far: without, and with a wait for the disk. */
  public long[] pageFaults() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new long[] {Long.parseLong(fields[7]), Long.parseLong(fields[9])};
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code, for which it waits. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The function has not ended after 30 s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
