package dev.gpuadvisor.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource({"8192,2048", "4096,2048", "4095,2047", "2000,1000", "1,0"})
  void defaultOutputIsNeverMoreThanHalf(int context, int output) {
    assertEquals(output, Tokens.defaultOutput(context));
  }

  @ParameterizedTest
  @CsvSource({"0,0,1", "-1,0,1", "16777217,0,1", "10,11,1", "10,-1,1", "10,5,0", "10,5,4097"})
  void refusesWhatCannotBe(int context, int output, int concurrency) {
    assertThrows(IllegalArgumentException.class, () -> new Tokens(context, output, concurrency));
  }

  @Test
  void anotherContextKeepsTheHabitsAndThePromptNeverShrinks() {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      int context = 1 + random.nextInt(40_000);
      Tokens tokens = new Tokens(context, random.nextInt(context + 1), 1);
      assertEquals(tokens, tokens.withContext(context));
      int shorter = 1 + random.nextInt(80_000);
      int longer = shorter + random.nextInt(1000);
      assertTrue(
          tokens.withContext(shorter).promptTokens() <= tokens.withContext(longer).promptTokens(),
          () -> tokens + " at " + shorter + " and " + longer);
    }
  }

  @Test
  void aShorterContextIsWhatAskingForItWouldGive() {
    Tokens asked = new Tokens(8192, Tokens.defaultOutput(8192), 1);
    for (int context : new int[] {1, 100, 4095, 4096, 5000, 8192, 20_000}) {
      assertEquals(Tokens.defaultOutput(context), asked.withContext(context).outputTokens());
    }
  }
}
