package dev.gpuadvisor.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a repository is loaded, where that is not all that it stores. */
class WhatIsLoadedTest {

  private static final long TABLE = 64_000;

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  private Model model(String config, String type, long values, long bytes) {
    standIn.with(
        new StandInRepository("org/name")
            .small("config.json", config)
            .small(
                "model.safetensors.index.json", "{\"metadata\": {\"total_size\": " + bytes + "}}")
            .large("model-00001-of-00001.safetensors", new byte[8], bytes + 1000)
            .saying("\"safetensors\": {\"parameters\": {\"" + type + "\": " + values + "}}"));
    Answer answer =
        new HuggingFaceHub(standIn.settings(), Clock.systemUTC())
            .find(RepositoryName.of("org/name").orElseThrow());
    return assertInstanceOf(Found.class, answer, answer::toString).model();
  }

  /** Qwen3 0.6B and 1.7B are published so. */
  @Test
  void tableThatIsStoredTwiceIsLoadedOnce() {
    String tied = Repositories.TINY.replace("embeddings\": false", "embeddings\": true");
    long stored = Repositories.TINY_PARAMETERS;
    Model model = model(tied, "BF16", stored, 2 * stored);
    assertEquals(stored - TABLE, model.parameters());
    assertEquals(0, model.storedBytes("bf16"), "what is stored is not what is loaded");
  }

  @Test
  void familyThatNobodyKnowsIsAsLargeAsItsFiles() {
    String unheard = Repositories.TINY.replace("\"llama\"", "\"unheard_of\"");
    long more = Repositories.TINY_PARAMETERS + 5_000;
    Model model = model(unheard, "BF16", more, 2 * more);
    assertEquals(more, model.parameters());
    assertEquals(2 * more, model.storedBytes("bf16"));
    assertEquals(0, model.origin().weightsSpread());
  }

  @Test
  void quantizedWeightsAreAsLargeAsTheirFilesUnlessSomeOnlyPredict() {
    String eight =
        Repositories.TINY.replaceFirst(
            "\\{", "{\"quantization_config\": {\"quant_method\": \"fp8\"}, ");
    long bytes = Repositories.TINY_PARAMETERS + TABLE;
    assertEquals(bytes, model(eight, "F8_E4M3", 1000, bytes).storedBytes("fp8"));
    String predicting = eight.replaceFirst("\\{", "{\"num_nextn_predict_layers\": 1, ");
    assertEquals(0, model(predicting, "F8_E4M3", 1000, bytes).storedBytes("fp8"));
  }

  @Test
  void sizeThatNoSuchModelHasIsNotBelieved() {
    String eight =
        Repositories.TINY.replaceFirst(
            "\\{", "{\"quantization_config\": {\"quant_method\": \"fp8\"}, ");
    assertEquals(0, model(eight, "F8_E4M3", 1000, 20).storedBytes("fp8"));
    assertEquals(0, model(eight, "F8_E4M3", 1000, 1L << 40).storedBytes("fp8"));
  }
}
