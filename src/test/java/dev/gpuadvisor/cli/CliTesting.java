package dev.gpuadvisor.cli;

import dev.gpuadvisor.question.Questions;
import java.util.List;

/** The command line for tests of other packages. */
public final class CliTesting {

  private CliTesting() {}

  /** What was written, and how it ended. */
  public record Ran(int status, String out, String err) {}

  public static Ran run(Questions questions, String... arguments) {
    Terminal.Answered answered = new Terminal().run(Terminal.advice(questions), List.of(arguments));
    return new Ran(answered.status(), answered.out(), answered.err());
  }
}
