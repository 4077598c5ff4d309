package dev.gpuadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.cli.Terminal.Answered;
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
          phi-4 --budget 7 | --budget "7": per hour, or per month? | --budget-per-month
          """)
  void wrongQuestionsAreTaught(String typed, String what, String meant) {
    Answered answered = Terminal.answer(typed.split(" "));

    assertEquals(2, answered.status());
    assertTrue(answered.err().contains(what), answered.err());
    assertTrue(answered.err().contains(meant), answered.err());
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
