package dev.gpuadvisor.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.text.Message;
import java.util.List;

/**
 * What is wrong with one parameter.
 *
 * @param parameter its name; empty where the fault lies in the body as a whole
 * @param value what was given, shortened; empty where nothing was
 * @param allowed the values that would do, where they can be listed
 * @param nearest names that come near to what was given
 */
public record Fault(
    String parameter, String value, Message detail, List<String> allowed, List<String> nearest) {

  private static final int LONGEST = 80;

  public Fault {
    parameter = shown(parameter);
    value = shown(value);
  }

  public static Fault of(String parameter, String value, Message detail) {
    return new Fault(parameter, value, detail, List.of(), List.of());
  }

  /** Whether it is of a parameter, or of a part of it, {@code offers[2].card}. */
  public boolean isOf(String name) {
    return parameter.equals(name) || parameter.startsWith(name + "[");
  }

  /** The same of a part of something. */
  public Fault within(String path) {
    return new Fault(path + parameter, value, detail, allowed, nearest);
  }

  /** Short enough to read, and text that UTF-8 can carry: callers also send halves of pairs. */
  public static String shown(String text) {
    String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return new String(start.getBytes(UTF_8), UTF_8);
  }
}
