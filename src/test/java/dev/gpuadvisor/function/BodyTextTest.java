package dev.gpuadvisor.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.api.Asking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A body is escaped as Jackson escapes it, to the byte. */
class BodyTextTest {

  @Test
  void isAsJacksonWritesIt() throws IOException {
    Random random = new Random(24);
    String[] parts = {
      "\"",
      "\\",
      "\n",
      "\t",
      "\b",
      "\f",
      "\r",
      "\u0000",
      "\u001f",
      "\u007f",
      "é",
      "\u202f",
      "\ud83d\ude00",
      "a",
      "plain text of some length",
      " ",
      "{\"offer\":"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder body = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        body.append(parts[random.nextInt(parts.length)]);
      }
      assertSame(body.toString());
    }
  }

  @Test
  void isSoOfNothingAndOfEscapesAlone() throws IOException {
    assertSame("");
    assertSame("\u0001".repeat(10_000));
    assertSame("\"".repeat(10_000));
    assertSame("x".repeat(10_000) + "\u0002".repeat(3_000));
    assertSame(Asking.text(Asking.get("/v1/recommendations?model=qwen2.5-14b&lang=fr")));
  }

  private static void assertSame(String body) throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    byte[] bytes = body.getBytes(UTF_8);
    try (JsonGenerator json = EventJson.FACTORY.createGenerator(expected)) {
      json.writeUTF8String(bytes, 0, bytes.length);
    }
    BodyText text = BodyText.of(bytes);

    assertEquals(
        expected.toString(UTF_8), '"' + new String(text.bytes(), 0, text.length(), UTF_8) + '"');
  }
}
