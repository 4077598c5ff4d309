package dev.gpuadvisor.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * No machine at all: what the command line runs in while its image is built.
 *
 * @param written all that was
 */
record Practice(ByteArrayOutputStream written) implements Surroundings {

  @Override
  public String variable(String name) {
    return null;
  }

  @Override
  public InputStream in() {
    return new ByteArrayInputStream(new byte[0]);
  }

  @Override
  public OutputStream out() {
    return written;
  }

  @Override
  public OutputStream err() {
    return written;
  }

  @Override
  public int terminalColumns() {
    return Style.USUAL;
  }

  @Override
  public byte[] file(String name) throws IOException {
    throw new FileNotFoundException(name);
  }

  @Override
  public boolean hasFile(String name) {
    return false;
  }

  @Override
  public String outputOf(List<String> program) throws IOException {
    throw new FileNotFoundException(program.get(0));
  }
}
