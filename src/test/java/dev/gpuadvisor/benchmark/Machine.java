package dev.gpuadvisor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmark does to the machine that it runs on. */
final class Machine {

  private Machine() {}

  /**
   * Binds this thread, and with it the functions that it starts, to one processor: without a {@code
   * taskset} in front of the function, whose own start would count.
   */
  static void bindThread(int cpu) throws IOException, InterruptedException {
    String thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName().toString();
    command("taskset", "-cp", Integer.toString(cpu), thread);
  }

  /** Drops the file from the page cache, which fails while a process has it mapped. */
  static void drop(Path file) throws IOException, InterruptedException {
    command("sync", file.toString());
    command("dd", "if=" + file, "iflag=nocache", "count=0", "status=none");
    String cached = command("fincore", "-nb", "-o", "RES", file.toString()).strip();
    if (Long.parseLong(cached) > 0) {
      throw new IOException(cached + " bytes of " + file + " stay cached: is it still running?");
    }
  }

  static void cache(Path file) throws IOException {
    Files.readAllBytes(file);
  }

  static String processor() throws IOException {
    return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String command(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + output);
    }
    return output;
  }
}
