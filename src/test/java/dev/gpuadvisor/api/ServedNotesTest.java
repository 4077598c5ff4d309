package dev.gpuadvisor.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody serves a mixture with transformers: what a server would make of the card is said. */
class ServedNotesTest {

  private static String note(String query) {
    for (JsonNode note : Asking.answer("/v1/estimate?" + query).path("notes")) {
      if (note.path("code").asText().equals("served_faster")) {
        return note.path("text").asText();
      }
    }
    return "";
  }

  /** The number is what the question on that runtime is answered with. */
  @Test
  void aMixtureIsTimedOnAServerAsWell() {
    String query = "model=qwen3-30b-a3b&card=RTX_5090";
    JsonNode served = Asking.answer("/v1/estimate?runtime=vllm&quantization=4bit&" + query);
    long fast = Math.round(served.at("/speed/tokens_per_second/low").asDouble());

    assertTrue(note(query).contains("vllm gives about " + fast + " "), note(query));
  }

  /** Neither of dense models, nor of who chose transformers, nor where a server is assumed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model=llama-3.1-8b&card=RTX_5090",
        "model=qwen3-30b-a3b&card=RTX_5090&runtime=transformers",
        "model=qwen3-30b-a3b&card=RTX_5090&concurrency=4",
        "model=gpt-oss-20b&card=RTX_5090",
        "model=qwen3-30b-a3b&card=T4",
      })
  void othersAreNot(String query) {
    assertEquals("", note(query));
  }
}
