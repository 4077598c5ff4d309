package dev.gpuadvisor.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever names hardware is told what a load takes there, and what a run does, in the text. */
class NamedHardwareTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "llama 3.1 8b 16bit 8 rps 60ms L4 | Even one user is answered more slowly here than asked",
        "llama 3.1 8b 16bit 8 rps 60ms L4 fr | Même un seul utilisateur",
        "llama 3.1 8b 8 rps 60ms 2x L40S | 8 requests per second at the busiest time on 2 x (2 x",
        "how long to finetune llama 3.1 8b on 10M tokens with a single a100 | the run takes 55 min",
        "tune llama 3.1 8b qlora 2x A6000 | learns about",
        "full finetune llama 3.1 8b on 2x A6000 | It would fit with one of these: optimizer=adamw",
        "affiner llama 3.1 8b full sur 2x A6000 fr | Chacun de ces réglages suffirait",
        "llama 3.1 8b on g5.xlarge 20 users | Each of the 20 is counted with all of its 8,192 tok",
        "tune llama-3.1-8b qlora 5m tokens | ADA_24_PRO learns about 1,700 tokens per second; the run takes"
      })
  void saysIt(String line, String said) {
    String answer = Slack.answer(line);
    int blocks = answer.indexOf("\"blocks\":");

    assertTrue(answer.substring(0, blocks).contains(said), answer);
  }
}
