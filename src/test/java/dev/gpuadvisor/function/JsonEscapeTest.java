package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonEscapeTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static String readBack(String text) throws Exception {
    String escaped = new String(JsonEscape.escape(text.getBytes(UTF_8)), UTF_8);
    return MAPPER.readValue("\"" + escaped + "\"", String.class);
  }

  @Test
  void everyCharacterComesBack() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.append((char) c);
    }
    all.append("\ud83d\ude00 end\n");
    assertEquals(all.toString(), readBack(all.toString()));
    assertEquals("", readBack(""));
  }

  @Test
  void soDoRandomTexts() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(200); j > 0; j--) {
        text.appendCodePoint(random.nextInt(4) == 0 ? 0x1f600 + j : random.nextInt(0x250));
      }
      assertEquals(text.toString(), readBack(text.toString()));
    }
  }
}
