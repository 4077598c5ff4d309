package dev.gpuadvisor.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gpuadvisor.stream.Json;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that are written as a block are those that have nothing to escape. */
class StringsOfAnswersTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  @Test
  void areAsJacksonWritesThem() throws IOException {
    Random random = new Random(24);
    String letters = "abc \"\\\n\u0001?é\u202f\u00a0\u007f";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      if (i % 10 == 0) {
        text.append("\ud83d\ude00");
      }
      String value = text.toString();
      assertEquals(
          new String(JACKSON.writeValueAsBytes(value), UTF_8) + "\n",
          new String(Json.bytes(json -> json.writeString(value)), UTF_8));
    }
  }
}
