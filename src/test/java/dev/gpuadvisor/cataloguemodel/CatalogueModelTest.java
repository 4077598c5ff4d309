package dev.gpuadvisor.cataloguemodel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.AnsweringHub;
import dev.gpuadvisor.unlisted.Hub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueModelTest {

  private static final Hub HUB =
      new AnsweringHub(
          name -> {
            Model like = BundledCatalog.catalog().models().find("qwen2.5-14b").orElseThrow();
            return name.id().equals("Qwen/Qwen2.5-14B-Instruct")
                ? new Hub.Found(
                    like,
                    name.id(),
                    Optional.empty(),
                    Optional.empty(),
                    Msg.Hub.counted(name.id(), like.parameters()))
                : new Hub.Failed(Hub.Reason.GATED);
          });

  private static String entry(String id) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CatalogueModel.run(List.of("-", "-", "-", id), HUB, new PrintStream(out));
    return out.toString();
  }

  @Test
  void entryIsMadeFromTheHub() throws IOException {
    String entry = entry("Qwen/Qwen2.5-14B-Instruct");
    assertTrue(entry.contains("\"hugging_face_id\": \"Qwen/Qwen2.5-14B-Instruct\""), entry);
    assertTrue(entry.contains("\"parameters\": 14770033664"), entry);
    assertTrue(entry.contains("\"license\": \"Apache-2.0\""), entry);
  }

  @Test
  void whyThereIsNoneIsSaid() throws IOException {
    assertTrue(entry("org/gated").contains("GATED"));
    assertTrue(entry("not-a-repository").startsWith("Not the name of a repository"));
  }
}
