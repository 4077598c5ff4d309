package dev.gpuadvisor.benchmark;

import dev.gpuadvisor.function.testing.FunctionProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** An executable to be measured. All of them lie in one folder, hence on one file system. */
record Subject(String name, Path executable, long binaryBytes, long zipBytes) {

  static Subject function(Path zip, Path folder) throws IOException {
    Path executable = FunctionProcess.unzip(zip, folder);
    return new Subject("gpu-advisor", executable, Files.size(executable), Files.size(zip));
  }

  /**
   * @param nameAndFile as in {@code go=/tmp/go/bootstrap}; without a name, it is its folder's
   */
  static Subject other(String nameAndFile, Path folder) throws IOException {
    int equals = nameAndFile.indexOf('=');
    Path file = Path.of(nameAndFile.substring(equals + 1)).toAbsolutePath();
    String name =
        equals < 0 ? file.getParent().getFileName().toString() : nameAndFile.substring(0, equals);
    Path executable = Files.copy(file, folder.resolve("bootstrap-" + name));
    if (!executable.toFile().setExecutable(true)) {
      throw new IOException(executable + " cannot be made executable");
    }
    return new Subject(name, executable, Files.size(executable), deflatedBytes(executable));
  }

  private static long deflatedBytes(Path file) throws IOException {
    Deflater deflater = new Deflater();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
      Files.copy(file, out);
      out.finish();
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
