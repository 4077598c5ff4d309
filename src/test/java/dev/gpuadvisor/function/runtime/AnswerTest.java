package dev.gpuadvisor.function.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private final Random random = new Random(27);

  @Test
  void standsBehindHeadsOfAnyLengthAndIsWrittenAnew() {
    Answer answer = new Answer(100);
    for (int round = 0; round < 500; round++) {
      answer.reset();
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      for (int parts = random.nextInt(6); parts > 0; parts--) {
        byte[] part = bytes(400);
        int from = random.nextInt(part.length + 1);
        answer.write(part, from, part.length - from);
        answer.write(part.length);
        written.write(part, from, part.length - from);
        written.write(part.length);
      }
      byte[] head = bytes(700);
      assertEquals(written.size(), answer.size());
      assertRequest(head, written.toByteArray(), answer);
      assertRequest(bytes(700), written.toByteArray(), answer); // a call that is made again
    }
  }

  private static void assertRequest(byte[] head, byte[] body, Answer answer) {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.writeBytes(head);
    expected.writeBytes(body);
    Answer.Slice request = answer.behind(head);
    byte[] sent =
        Arrays.copyOfRange(request.bytes(), request.from(), request.from() + request.length());
    assertArrayEquals(expected.toByteArray(), sent);
  }

  private byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }
}
