package dev.gpuadvisor.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a tool's arguments is a parameter: nothing that an assistant leaves out by null. */
class ToolArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {}",
        "{'model': null} | {}",
        "{'model': 'phi-4', 'context': null} | {'model': 'phi-4'}",
        "{'context': null, 'model': 'phi-4'} | {'model': 'phi-4'}",
        "{'a': 1, 'b': null, 'c': [2, 3]} | {'a': 1,'c': [2, 3]}",
        "{'quantization': [null]} | {'quantization': [null]}",
        "{'more': null, 'a': 1} | {'a': 1}",
        "{'more': {'region': null, 'market': 'spot'}} | {'market': 'spot'}",
        "{'config': {'head_dim': null}} | {'config': {'head_dim': null}}",
      })
  void nullIsNotGiven(String arguments, String parameters) throws IOException {
    byte[] json = arguments.replace('\'', '"').getBytes(UTF_8);

    assertEquals(
        parameters, new String(ToolArguments.read(json).parameters(), UTF_8).replace('"', '\''));
  }

  /**
   * Assistants put what is asked of the answer, and objects of more, wherever they happen to be.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'detail': null, 'a': 1} | {'a': 1} | ''",
        "{'detail': 'full', 'a': 1} | {'a': 1} | full",
        "{'more': {'detail': 'full', 'b': 2}, 'a': 1} | {'b': 2,'a': 1} | full",
        "{'detail': 'full', 'more': {'b': 2}} | {'b': 2} | full",
        "{'more': {'more': {'b': 2}, 'c': 3}} | {'b': 2,'c': 3} | ''",
        "{'config': {'more': {'detail': 1}}} | {'config': {'more': {'detail': 1}}} | ''",
      })
  void eachNameHasOneMeaningWhereverItStands(String arguments, String parameters, String detail)
      throws IOException {
    ToolArguments read = ToolArguments.read(arguments.replace('\'', '"').getBytes(UTF_8));

    assertEquals(parameters, new String(read.parameters(), UTF_8).replace('"', '\''));
    assertEquals(detail.replace("'", ""), read.detail());
  }
}
