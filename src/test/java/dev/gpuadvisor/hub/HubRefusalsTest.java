package dev.gpuadvisor.hub;

import static dev.gpuadvisor.hub.Repositories.QWEN;
import static dev.gpuadvisor.hub.Repositories.qwen;
import static dev.gpuadvisor.hub.Repositories.tiny;
import static dev.gpuadvisor.hub.StandInHub.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.Hub.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why there is no model. */
class HubRefusalsTest {

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, RepoNotFound, MISSING",
    "404, RepoNotFound, MISSING",
    "401, '', MISSING",
    "403, '', MISSING",
    "404, RevisionNotFound, NO_REVISION",
    "401, GatedRepo, GATED",
    "403, GatedRepo, GATED",
    "429, '', TOO_OFTEN",
    "500, '', DOWN",
    "503, '', DOWN",
    "418, '', DOWN"
  })
  void statusSaysWhyThereIsNoModel(int status, String code, Reason reason) {
    standIn.on("/api/models/org/name", status(status, "X-Error-Code", code));
    assertEquals(new Failed(reason), standIn.find("org/name"));
    assertEquals(1, standIn.requests.size());
  }

  @Test
  void gatedModelSaysSoWhereItsFilesAreAskedFor() {
    standIn.with(qwen("org/gated"));
    String path = "/org/gated/resolve/" + StandInRepository.REVISION + "/config.json";
    for (HttpHandler gate :
        List.of(status(401, "X-Error-Code", "GatedRepo"), status(403, "X-None", "1"))) {
      standIn.on(path, gate);
      assertEquals(new Failed(Reason.GATED), standIn.find("org/gated"));
    }
  }

  @Test
  void whatIsNoLanguageModelIsSaidToBeNone() {
    standIn.with(
        new StandInRepository("org/painter")
            .small("model_index.json", "{}")
            .large("unet/diffusion_pytorch_model.safetensors", new byte[8], 1000)
            .saying("\"pipeline_tag\": \"text-to-image\", \"library_name\": \"diffusers\""));
    standIn.with(tiny("org/listener").saying("\"pipeline_tag\": \"audio-classification\""));
    assertEquals(new NotCovered("text-to-image diffusers", List.of()), standIn.find("org/painter"));
    NotCovered listener = assertInstanceOf(NotCovered.class, standIn.find("org/listener"));
    assertTrue(listener.named().startsWith("audio-classification"), listener.named());
  }

  @Test
  void emptyRepositoriesSayWhatTheyLack() {
    standIn.with(new StandInRepository("org/plans").small("config.json", QWEN));
    standIn.with(new StandInRepository("org/bare").large("model.safetensors", new byte[8], 99));
    assertEquals(new Failed(Reason.NO_WEIGHTS), standIn.find("org/plans"));
    assertEquals(new Failed(Reason.NO_CONFIG), standIn.find("org/bare"));
  }

  @Test
  void offAsksNobody() {
    HubSettings off = HubSettings.from(Map.of("HUB", "off", "HF_ENDPOINT", standIn.address())::get);
    assertEquals(new Failed(Reason.OFF), StandInHub.find("org/name", off));
    assertEquals(List.of(), standIn.requests);
  }
}
