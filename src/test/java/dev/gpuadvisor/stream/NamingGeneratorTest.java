package dev.gpuadvisor.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What it writes is what Jackson writes, to the byte. */
class NamingGeneratorTest {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private static final String[] PARTS = {
    "a",
    "plain",
    "of eight",
    "?",
    "\"",
    "\\",
    "\n",
    "\u001f",
    "\u007f",
    "\u0080",
    "\u00e9",
    "\u202f",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "{",
    " "
  };

  @Test
  void namesAndTextsOfAnyLength() throws IOException {
    Random random = new Random(26);
    for (int document = 0; document < 300; document++) {
      long seed = random.nextLong();
      // Long enough for names and texts to meet the end of the generator's buffer.
      assertTrue(written(seed, false).equals(written(seed, true)), "seed " + seed);
    }
  }

  private static String written(long seed, boolean naming) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonGenerator plain = FACTORY.createGenerator(bytes);
    try (JsonGenerator json = naming ? new NamingGenerator(plain) : plain) {
      json.writeStartObject();
      for (int field = 0; field < 900; field++) {
        json.writeFieldName("name_" + "x".repeat(random.nextInt(30)));
        json.writeString(text(random));
      }
      json.writeEndObject();
    }
    return bytes.toString(UTF_8);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(12); parts > 0; parts--) {
      text.append(PARTS[random.nextInt(random.nextBoolean() ? 3 : PARTS.length)]);
    }
    return text.toString();
  }
}
