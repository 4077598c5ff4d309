package dev.gpuadvisor.slack.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line is rewritten to holds what people typed, whatever it means to a pattern. */
class ChangeTest {

  @ParameterizedTest
  @ValueSource(strings = {"${jndi:ldap://x}", "$9", "$", "\\", "a$1\\b", "$0.50"})
  void whatWasTypedStaysAsItIs(String typed) {
    assertEquals(
        "at " + typed, Change.change("with (.*)", m -> "at " + m.group(1)).apply("WITH " + typed));
  }
}
