package dev.gpuadvisor.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "35b moe with 3b active | moe-35b-a3b",
        "235B MoE, 22B active, fp8 | moe-235b-a22b, fp8",
        "an moe of 120b total, 5b active on an H100 | moe-120b-a5b on an H100",
        "mixture of experts of 30 billion parameters (3.3b active) | moe-30b-a3.3b",
        "3b active of 35b total moe | moe-35b-a3b",
        "un moe de 30b dont 3b actifs | moe-30b-a3b",
        "qwen3 30b with 3b active | qwen3 30b-a3b",
        "Qwen3-30B with 3B active | Qwen3-30B with 3B active",
        "a 14b and a 7b model | a 14b and a 7b model",
        "32b with 3 active users | 32b with 3 active users",
      })
  void sizesAsNamesHoldThem(String said, String written) {
    assertEquals(written, MixtureWords.written(said));
  }
}
