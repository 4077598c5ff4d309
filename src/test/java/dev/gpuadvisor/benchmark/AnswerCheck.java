package dev.gpuadvisor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** A fast function that answers wrongly has no time to show. */
record AnswerCheck(Pattern expected) {

  void check(byte[] answer) throws IOException {
    JsonNode body = new ObjectMapper().readTree(answer).path("body");
    if (!expected.matcher(body.asText()).find()) {
      throw new IOException("The answer lacks " + expected + ": " + body.asText());
    }
  }
}
