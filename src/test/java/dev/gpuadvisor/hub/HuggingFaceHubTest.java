package dev.gpuadvisor.hub;

import static dev.gpuadvisor.hub.StandInHub.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.ModelKind;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.net.HttpsCall;
import dev.gpuadvisor.net.LocalTls;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuggingFaceHubTest {

  /** As it is published, without what has nothing to do with its shape. */
  static final String QWEN =
      """
      {"architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "hidden_act": "silu",
       "hidden_size": 5120, "intermediate_size": 13824, "max_position_embeddings": 32768,
       "max_window_layers": 70, "model_type": "qwen2", "num_attention_heads": 40,
       "num_hidden_layers": 48, "num_key_value_heads": 8, "rms_norm_eps": 1e-06,
       "rope_theta": 1000000.0, "sliding_window": 131072, "tie_word_embeddings": false,
       "torch_dtype": "bfloat16", "use_cache": true, "use_sliding_window": false,
       "vocab_size": 152064}\
      """;

  private static final String TINY =
      """
      {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 64,
       "intermediate_size": 128, "num_hidden_layers": 1, "num_attention_heads": 4,
       "num_key_value_heads": 2, "vocab_size": 1000, "tie_word_embeddings": false,
       "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}\
      """;

  private static final String[] TENSORS = {
    "model.embed_tokens.weight BF16 1000 64",
    "lm_head.weight BF16 1000 64",
    "model.norm.weight BF16 64",
    "model.layers.0.input_layernorm.weight BF16 64",
    "model.layers.0.post_attention_layernorm.weight BF16 64",
    "model.layers.0.self_attn.q_proj.weight BF16 64 64",
    "model.layers.0.self_attn.k_proj.weight BF16 32 64",
    "model.layers.0.self_attn.v_proj.weight BF16 32 64",
    "model.layers.0.self_attn.o_proj.weight BF16 64 64",
    "model.layers.0.mlp.gate_proj.weight BF16 128 64",
    "model.layers.0.mlp.up_proj.weight BF16 128 64",
    "model.layers.0.mlp.down_proj.weight BF16 64 128",
    "model.layers.1.eh_proj.weight BF16 64 128", // of a layer that predicts further tokens
  };

  private static final long TINY_PARAMETERS = 165_056;

  private final StandInHub standIn = StandInHub.open();

  @AfterEach
  void close() {
    standIn.close();
  }

  private static StandInRepository qwen(String id) {
    return new StandInRepository(id)
        .small("config.json", QWEN)
        .small(
            "model.safetensors.index.json",
            "{\"metadata\": {\"total_size\": 29540067328}, \"weight_map\": {\"a\": \"b\"}}")
        .large("model-00001-of-00002.safetensors", new byte[8], 20_000_000_000L)
        .large("model-00002-of-00002.safetensors", new byte[8], 9_540_100_000L)
        .saying("\"safetensors\": {\"parameters\": {\"BF16\": 14770033664}}")
        .saying("\"pipeline_tag\": \"text-generation\"");
  }

  private static StandInRepository tiny(String id) {
    byte[] header = StandInRepository.header(TENSORS);
    return new StandInRepository(id)
        .small("config.json", TINY)
        .large("model.safetensors", header, header.length + 2 * (TINY_PARAMETERS + 64 * 128));
  }

  private Answer find(String name) {
    return find(name, standIn.settings());
  }

  private static Answer find(String name, HubSettings settings) {
    return new HuggingFaceHub(settings, Clock.systemUTC())
        .find(RepositoryName.of(name).orElseThrow());
  }

  private Model model(String name) {
    Answer answer = find(name);
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
    assertInstanceOf(Found.class, find("org/tiny", settings));
    assertEquals(List.of("Bearer hf_secret"), standIn.tokens.stream().distinct().toList());
    assertEquals(4, standIn.requests.size(), standIn.requests::toString);
    assertEquals(List.of(), standIn.tokensOfStorage);
    assertTrue(!settings.toString().contains("hf_secret"));
  }

  @Test
  void tokenThatIsNoHeaderIsNotSent() {
    standIn.with(tiny("org/tiny"));
    find("org/tiny", standIn.settings("hf\r\nX-Evil: 1", HttpsCall.trustingTheUsual()));
    assertEquals(List.of(), standIn.tokens);
  }

  @Test
  void answersOverTls(@TempDir Path folder) throws Exception {
    SSLContext tls = LocalTls.context(folder);
    try (StandInHub secure = StandInHub.open(tls)) {
      secure.with(qwen("org/qwen"));
      HttpsCall trusting = new HttpsCall(tls.getSocketFactory());
      Found found = assertInstanceOf(Found.class, find("org/qwen", secure.settings("", trusting)));
      assertEquals(29_540_067_328L, found.model().storedBytes("bf16"));
      assertEquals(new Failed(Reason.DOWN), find("org/qwen", secure.settings()), "not trusted");
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
    assertEquals(new Failed(reason), find("org/name"));
    assertEquals(1, standIn.requests.size());
  }

  @Test
  void gatedModelSaysSoWhereItsFilesAreAskedFor() {
    standIn.with(qwen("org/gated"));
    String path = "/org/gated/resolve/" + StandInRepository.REVISION + "/config.json";
    for (HttpHandler gate :
        List.of(status(401, "X-Error-Code", "GatedRepo"), status(403, "X-None", "1"))) {
      standIn.on(path, gate);
      assertEquals(new Failed(Reason.GATED), find("org/gated"));
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
    assertEquals(new NotCovered("text-to-image diffusers", List.of()), find("org/painter"));
    NotCovered listener = assertInstanceOf(NotCovered.class, find("org/listener"));
    assertTrue(listener.named().startsWith("audio-classification"), listener.named());
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

  @Test
  void emptyRepositoriesSayWhatTheyLack() {
    standIn.with(new StandInRepository("org/plans").small("config.json", QWEN));
    standIn.with(new StandInRepository("org/bare").large("model.safetensors", new byte[8], 99));
    assertEquals(new Failed(Reason.NO_WEIGHTS), find("org/plans"));
    assertEquals(new Failed(Reason.NO_CONFIG), find("org/bare"));
  }

  @Test
  void offAsksNobody() {
    HubSettings off = HubSettings.from(Map.of("HUB", "off", "HF_ENDPOINT", standIn.address())::get);
    assertEquals(new Failed(Reason.OFF), find("org/name", off));
    assertEquals(List.of(), standIn.requests);
  }
}
