package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is typed has an answer, and a status. */
class HostileLinesTest {

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "-1",
          "1e999",
          "NaN",
          "{",
          "[",
          "[[]]",
          "{\"a\":",
          "\u0000",
          "-",
          "--",
          "@",
          "%",
          "é",
          "\ud800",
          "9".repeat(500),
          "x=y",
          "=",
          "a b",
          "'",
          "\"",
          "\\",
          "../..",
          "*");

  @Test
  void everyFlagTakesNonsense() {
    for (Command command : Command.values()) {
      for (Parameter<?> each : Terminal.ADVICE.questions().table().all()) {
        String value = VALUES.get(Math.floorMod(each.name().hashCode(), VALUES.size()));
        answered(List.of(command.shown(), "phi-4", ParameterFlags.of(each) + "=" + value));
      }
    }
  }

  @Test
  void wordsInAnyOrder() {
    Random random = new Random(23);
    List<String> words = new ArrayList<>(VALUES);
    words.addAll(
        List.of(
            "phi-4",
            "8bit",
            "on",
            "vs",
            "10",
            "users",
            "compare",
            "offers",
            "--json",
            "--csv",
            "--help",
            "--file",
            "x",
            "--here",
            "--url",
            "ctx=",
            "card=L4",
            "--no-spot",
            "-h",
            "-x",
            "tune",
            "for",
            "AMPERE_24",
            "help",
            "logs",
            "budget=3",
            "lang=fr"));
    for (int i = 0; i < 400; i++) {
      List<String> line = new ArrayList<>();
      for (int length = random.nextInt(6); length >= 0; length--) {
        line.add(words.get(random.nextInt(words.size())));
      }
      answered(line);
    }
  }

  private static void answered(List<String> line) {
    Terminal.Answered answered = new Terminal().run(Terminal.ADVICE, line);

    assertTrue(answered.status() >= 0 && answered.status() <= 3, line.toString());
    assertTrue(!answered.err().isEmpty() || !answered.out().isEmpty(), line.toString());
    assertTrue(!answered.err().contains("Exception"), line + answered.err());
  }
}
