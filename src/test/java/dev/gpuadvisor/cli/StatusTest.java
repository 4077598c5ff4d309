package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.cli.Terminal.Answered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts go by: how it ends, and where it says what is wrong. */
class StatusTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | phi-4
          1 | llama-3.1-405b 16bit
          0 | estimate phi-4 on L40S
          1 | estimate phi-4 16bit on T4
          1 | compare AMPERE_16 for llama-3.1-405b 16bit
          1 | models --search nosuchmodel
          2 | phi-4 --context
          2 | phi-4 --json=yes
          2 | phi-4 -q 8bit
          2 | recommend
          2 | phi-4 --budget-check
          2 | estimate phi-4 --budget-per-month 9 --budget-check
          2 | import azure
          2 | completion tcsh
          2 | help nonsense
          2 | phi-4 --here
          2 | phi-4 --url ftp://example.com
          2 | logs nosuch.log
          2 | --config nosuch.json
          2 | report phi-4 nonsense=1
          2 | launch phi-4 --csv
          2 | report phi-4 --csv
          0 | report phi-4 --json
          2 | phi-4 --csv --json
          2 | phi-4 --file serve.sh
          2 | launch phi-4 --json --file serve.sh
          2 | phi-4 --budget-per-month 10 --budget-check --csv
          0 | phi-4 --budget-per-month 5000 --budget-check --json
          0 | help import
          0 | completion --help
          2 | launch phi-4 --file nosuch
          0 | launch phi-4 --file serve.sh
          0 | phi-4 --budget-per-month 5000 --budget-check
          1 | phi-4 --budget-per-month 10 --budget-check
          1 | llama-3.1-405b 16bit --budget-per-month 10 --budget-check
          2 | phi-4 --budget-per-month much --budget-check
          3 | phi-4 --url http://localhost:1
          """)
  void isAsDocumented(int status, String typed) {
    Answered answered = Terminal.answer(typed.split(" "));

    assertEquals(status, answered.status(), answered.toString());
    assertEquals(status < 2, answered.err().isEmpty(), answered.err());
    assertEquals(status > 1, answered.out().isEmpty(), answered.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phi-4 --jsno | --jsno: there is no such flag. | --json
          phi-4 --quantisation 8bit | --quantisation: There is no such parameter. | --quantization
          phi-4 --context -1 | --context "-1": | ''
          phi-4 --rank-by cheapness | --rank-by "cheapness": | Possible: price, cost_per_token, speed
          phi-41 8bit | “phi-41” | phi-4
          estimate phi-4 --card L44 | --card "L44": | L4
          report phi-4 --csv | --csv is of no use with report. | ''
          phi-4 --json --csv | --csv is of no use with --json. | ''
          estimate phi-4 --file serve.sh | --file is of no use with estimate. | ''
          phi-4 -q | -q: there is no such flag. | How to ask
          phi-4 --budget 7 | --budget "7": per hour, or per month? | --budget-per-month
          """)
  void wrongQuestionsAreTaught(String typed, String what, String meant) {
    Answered answered = Terminal.answer(typed.split(" "));

    assertEquals(2, answered.status());
    assertTrue(answered.err().contains(what), answered.err());
    assertTrue(answered.err().contains(meant), answered.err());
  }

  @Test
  void whatIsWrongDoesNotMoveTheCursor() {
    Answered answered =
        Terminal.answer("phi-4", "--context", "\u001b[2Jmuch\r\n", "--runtime", "\u0007");

    assertEquals(2, answered.status());
    assertTrue(answered.err().contains("[2Jmuch"), answered.err());
    assertTrue(answered.err().chars().noneMatch(c -> c < ' ' && c != '\n'), answered.err());
  }

  /** A wish that changes nothing is no wish that is granted. */
  @Test
  void noOptionIsIgnored() {
    for (Command command : Command.asking()) {
      for (CommandOption option : CommandOption.values()) {
        List<String> line = new ArrayList<>(List.of(command.shown(), option.flag()));
        if (option.takesValue()) {
          line.add("serve.sh");
        }
        String refused = option.flag() + " is of no use with " + command.shown();
        boolean own = option == CommandOption.HERE || option == CommandOption.BUDGET_CHECK;

        assertEquals(
            option.isOfUse(command) || own,
            !Terminal.answer(line.toArray(String[]::new)).err().contains(refused),
            line.toString());
      }
    }
  }

  /** A letter alone is near to every short name. */
  @Test
  void nothingIsMeantByALetter() {
    assertFalse(Terminal.answer("phi-4", "-x").err().contains("Did you mean"));
  }

  /** What the pick costs is told by what the budget is for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          llama-3.1-8b --budget-per-hour 0.5 | per hour: over
          llama-3.1-8b --budget-per-hour 50 | per hour: within
          llama-3.1-8b --budget-per-month 5000 | per month: within
          tune llama-3.1-8b qlora 5m tokens --budget-per-run 0.01 | for the run: over
          llama-3.1-8b --budget-per-hour 50 --budget-per-month 9 | per month: over
          """)
  void theUnitIsTheBudgets(String typed, String said) {
    Answered answered = Terminal.answer((typed + " --budget-check").split(" "));

    assertTrue(answered.out().contains(said), answered.toString());
  }

  @Test
  void aFullDiskIsNoAnswer() {
    assertEquals(Status.ANSWERED, Output.notWritten(new IOException("Broken pipe")));
    assertEquals(Status.NOT_ANSWERED, Output.notWritten(new IOException("No space left")));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    String err =
        Terminal.answer(
                "--model", "phi-4", "--context", "-1", "--users", "many", "--quantisation", "8bit")
            .err();

    for (String flag : List.of("--context", "--concurrency", "--quantisation")) {
      assertTrue(err.contains(flag), err);
    }
  }

  @Test
  void remarksStandBesideTheAnswer() {
    Answered answered = Terminal.answer("qwen2.5", "14b", "8bit", "wonderful");

    assertEquals(0, answered.status(), answered.err());
    assertTrue(answered.err().contains("wonderful"), answered.err());
  }

  @Test
  void theBudgetIsCheckedAgainstWhatWouldBePickedWithoutIt() {
    Answered free = Terminal.answer("llama-3.1-8b", "16bit");
    Answered over =
        Terminal.answer("llama-3.1-8b", "16bit", "--budget-per-month", "400", "--budget-check");

    String pick = free.out().substring(0, free.out().indexOf(' '));
    assertTrue(over.out().startsWith(pick + ","), over.out());
    assertTrue(over.out().contains("over the budget"), over.out());
    assertTrue(
        new Terminal()
            .run("llama-3.1-8b", "fr", "16bit", "--budget-per-month", "400", "--budget-check")
            .out()
            .contains("au-dessus du budget"));
  }
}
