package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.api.Asking;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.question.Questions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A terminal to type into: what stands around the command line is what a test says. */
final class Terminal implements Surroundings {

  /** On the day of {@link Asking}. */
  static final Advice ADVICE = advice(Questions.of(BundledCatalog.catalog()));

  private static final Path DRIVER = Path.of("src/test/resources/cli/nvidia-smi");

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String typed = "";
  private String cards = "";
  private int columns;

  /** What was written, and how it ended. */
  record Answered(int status, String out, String err) {}

  static Advice advice(Questions questions) {
    return new Advice(questions, Clock.fixed(Asking.NOON, ZoneOffset.UTC));
  }

  static Answered answer(String... arguments) {
    return new Terminal().run(arguments);
  }

  Terminal with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Terminal withFile(String name, String content) {
    files.put(name, content.getBytes(UTF_8));
    return this;
  }

  Terminal typing(String text) {
    typed = text;
    return this;
  }

  Terminal ofColumns(int number) {
    columns = number;
    return this;
  }

  /** With a driver that names these cards. */
  Terminal withCards(String lines) {
    cards = lines;
    return this;
  }

  Answered run(String... arguments) {
    return run(ADVICE, List.of(arguments));
  }

  Answered run(Advice advice, List<String> arguments) {
    try {
      int status = new Cli(advice, this, "1.2.3").run(arguments).code();
      return new Answered(status, out.toString(UTF_8), err.toString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String variable(String name) {
    return variables.get(name);
  }

  @Override
  public InputStream in() {
    return new ByteArrayInputStream(typed.getBytes(UTF_8));
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public OutputStream err() {
    return err;
  }

  @Override
  public int terminalColumns() {
    return columns;
  }

  @Override
  public byte[] file(String name) throws IOException {
    if (!files.containsKey(name)) {
      throw new FileNotFoundException(name);
    }
    return files.get(name);
  }

  @Override
  public boolean hasFile(String name) {
    return files.containsKey(name);
  }

  /** By a script that stands in for the driver's program, and knows this one question. */
  @Override
  public String outputOf(List<String> program) throws IOException {
    if (cards.isEmpty()) {
      throw new FileNotFoundException(program.get(0));
    }
    List<String> script = new ArrayList<>(List.of("/bin/sh", DRIVER.toString(), cards));
    script.addAll(program);
    return new LocalMachine().outputOf(script);
  }
}
