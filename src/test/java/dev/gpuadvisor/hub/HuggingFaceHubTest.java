package dev.gpuadvisor.hub;

import static dev.gpuadvisor.hub.Repositories.TENSORS;
import static dev.gpuadvisor.hub.Repositories.TINY_PARAMETERS;
import static dev.gpuadvisor.hub.Repositories.qwen;
import static dev.gpuadvisor.hub.Repositories.tiny;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.net.HttpsCall;
import dev.gpuadvisor.net.LocalTls;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceHubTest {

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  private Model model(String name) {
    Answer answer = standIn.find(name);
    return assertInstanceOf(Found.class, answer, answer::toString).model();
  }

  @Test
  void modelOfTheHubIsTheCataloguesToTheParameter() {
    standIn.with(qwen("Qwen/Qwen2.5-14B-Instruct"));
    Model model = model("Qwen/Qwen2.5-14B-Instruct");
    Model known = BundledCatalog.catalog().models().find("qwen2.5-14b").orElseThrow();
    assertEquals(14_770_033_664L, model.parameters());
    assertEquals(known.totals(), model.totals());
    assertEquals(known.shape(), model.shape());
    assertEquals(known.maxContext(), model.maxContext());
    assertEquals(29_540_067_328L, model.storedBytes("bf16"));
    assertEquals("Qwen/Qwen2.5-14B-Instruct", model.id());
    assertEquals("apache-2.0", model.license());
    assertEquals("2026-09-16", model.released());
    String source = "/Qwen/Qwen2.5-14B-Instruct/tree/" + StandInRepository.REVISION;
    assertEquals(List.of(standIn.address() + source), model.provenance().sources());
    assertEquals(3, standIn.requests.size(), standIn.requests::toString);
  }

  /** Those of a layer that predicts further tokens are stored, and not loaded. */
  @Test
  void bytesAreTheSumOfWhatTheHeaderSays() {
    standIn.with(tiny("org/tiny"));
    Model model = model("org/tiny");
    assertEquals(TINY_PARAMETERS, model.parameters());
    assertEquals(2 * TINY_PARAMETERS, model.storedBytes("bf16"));
  }

  @Test
  void rangesMayBeIgnored() {
    standIn.with(tiny("org/tiny"));
    byte[] file = StandInRepository.header(TENSORS);
    standIn.on(
        "/org/tiny/resolve/" + StandInRepository.REVISION + "/model.safetensors",
        exchange -> {
          exchange.sendResponseHeaders(200, 1L << 40);
          exchange.getResponseBody().write(file);
          exchange.getResponseBody().flush();
        });
    assertEquals(2 * TINY_PARAMETERS, model("org/tiny").storedBytes("bf16"));
  }

  @Test
  void tokenGoesToTheHubAndNowhereElse() {
    standIn.with(tiny("org/tiny"));
    HubSettings settings = standIn.settings("hf_secret", HttpsCall.trustingTheUsual());
    assertInstanceOf(Found.class, StandInHub.find("org/tiny", settings));
    assertEquals(List.of("Bearer hf_secret"), standIn.tokens.stream().distinct().toList());
    assertEquals(4, standIn.requests.size(), standIn.requests::toString);
    assertEquals(List.of(), standIn.tokensOfStorage);
    assertTrue(!settings.toString().contains("hf_secret"));
  }

  @Test
  void tokenThatIsNoHeaderIsNotSent() {
    standIn.with(tiny("org/tiny"));
    StandInHub.find("org/tiny", standIn.settings("hf\r\nX-Evil: 1", HttpsCall.trustingTheUsual()));
    assertEquals(List.of(), standIn.tokens);
  }

  @Test
  void answersOverTls(@TempDir Path folder) throws Exception {
    SSLContext tls = LocalTls.context(folder);
    try (StandInHub secure = StandInHub.open(tls)) {
      secure.with(qwen("org/qwen"));
      HttpsCall trusting = new HttpsCall(tls::getSocketFactory);
      Found found =
          assertInstanceOf(Found.class, StandInHub.find("org/qwen", secure.settings("", trusting)));
      assertEquals(29_540_067_328L, found.model().storedBytes("bf16"));
      assertEquals(
          new Failed(Reason.DOWN), StandInHub.find("org/qwen", secure.settings()), "not trusted");
    }
  }

  @Test
  void replyMayBeZippedAndInChunks() {
    StandInRepository repository = qwen("org/qwen");
    standIn.with(repository);
    standIn.on(
        "/api/models/org/qwen",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0); // in chunks
          exchange.getResponseBody().write(zipped(repository.api()));
          exchange.close();
        });
    assertEquals(14_770_033_664L, model("org/qwen").parameters());
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  @Test
  void encoderIsAnEncoder() {
    String bert =
        """
        {"architectures": ["BertModel"], "model_type": "bert", "hidden_size": 1024,
         "intermediate_size": 4096, "num_hidden_layers": 24, "num_attention_heads": 16,
         "vocab_size": 30522, "max_position_embeddings": 512, "type_vocab_size": 2,
         "torch_dtype": "float32"}\
        """;
    standIn.with(
        new StandInRepository("org/embedder")
            .small("config.json", bert)
            .large("model.safetensors", new byte[8], 1_340_616_616)
            .saying("\"safetensors\": {\"parameters\": {\"F32\": 335141888, \"I64\": 512}}"));
    assertEquals(ModelKind.ENCODER, model("org/embedder").kind());
  }
}
