package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.List;

/** Values that lie in files, or come in by the pipe. */
record Documents(Surroundings around, ParameterFlags flags) {

  private static final String STDIN = "-";

  /** A text that is JSON stays JSON on its way to the API. */
  static boolean isJson(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return false;
    }
    try {
      Node.read(text.getBytes(UTF_8));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * What a flag is given: a file of that name, what comes in for {@code -}, or the text itself.
   *
   * @throws WrongLineException where there is no such file, and only a file will do
   */
  String value(Parameter<?> parameter, String given) {
    if (!flags.takesDocument(parameter)) {
      return given;
    }
    boolean marked = given.startsWith("@");
    String name = marked ? given.substring(1) : given;
    if (name.equals(STDIN) || marked || around.hasFile(name)) {
      return file(name).strip();
    }
    if (flags.takesOnlyDocument(parameter) && !given.strip().startsWith("{")) {
      throw new WrongLineException(Msg.Cli.noFile(given));
    }
    return given;
  }

  /**
   * @param names of one file; none for what comes in
   * @throws WrongLineException where it cannot be read
   */
  String log(List<String> names) {
    if (names.size() > 1) {
      throw new WrongLineException(
          names.stream().skip(1).map(name -> new Doubt(Msg.Cli.oneFile(name), List.of())).toList());
    }
    return file(names.isEmpty() ? STDIN : names.get(0));
  }

  private String file(String name) {
    try {
      byte[] bytes = name.equals(STDIN) ? around.in().readAllBytes() : around.file(name);
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new WrongLineException(Msg.Cli.noFile(name));
    }
  }
}
