package dev.gpuadvisor.sizing.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gpuadvisor.sizing.llamacpp.LayerGraph.Attention;
import dev.gpuadvisor.sizing.llamacpp.LayerGraph.Experts;
import dev.gpuadvisor.sizing.llamacpp.LayerGraph.Latent;
import dev.gpuadvisor.sizing.llamacpp.LayerGraph.Recurrent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Held against what llama.cpp itself says: build 10434 was started with models of two to four
 * layers of these widths, whose weights were zeros, behind its RPC backend, and its line "compute
 * buffer size" read. Logits are those of one token there.
 */
class LayerGraphTest {

  private static final double MIB = 1L << 20;
  private static final int BYTES_16_BIT = 2;

  /** Those of 2048 words, and counters of each token of a step. */
  private static final double WITH_LOGITS_OF_ONE_TOKEN = 0.07;

  private static int mask(LayerGraph graph, long context, long tokens) {
    return graph.input(context * tokens * BYTES_16_BIT);
  }

  @ParameterizedTest
  @CsvSource({
    "2560, 9728, 4096, 1024, 512, 512, 75.51",
    "2560, 9728, 4096, 1024, 8192, 512, 83.01",
    "2560, 9984, 4096, 1024, 512, 512, 77.01",
    "2816, 9728, 4096, 1024, 512, 512, 76.51",
    "2560, 9728, 4352, 256, 512, 512, 76.01",
    "3584, 18944, 3584, 512, 16384, 512, 148.01",
    "4096, 2048, 8192, 1024, 512, 512, 48.51"
  })
  void dense(int hidden, int size, int query, int kv, int context, int tokens, double mib) {
    LayerGraph graph = new LayerGraph(tokens);
    int x = graph.hidden(hidden);
    Attending attending = new Attending(mask(graph, context, tokens), 0, 0);
    for (int i = 0; i < 2; i++) {
      x = graph.attention(hidden, new Attention(query, kv, kv, query, false), attending, x);
      x = graph.feedForward(hidden, size, x);
    }
    graph.logits(hidden, 2048, 1, x);

    assertEquals(mib, graph.bytes() / MIB, WITH_LOGITS_OF_ONE_TOKEN);
  }

  /** Without flash attention; the log of Llama 3.1 8B at 8192 tokens says 560.00. */
  @ParameterizedTest
  @CsvSource({"8192, 560.00"})
  void scores(int context, double mib) {
    LayerGraph graph = new LayerGraph(512);
    int x = graph.hidden(4096);
    int mask = graph.input(context * 512L * 4);
    Attending attending = new Attending(mask, 0, 32L * context * 512 * 4);
    for (int i = 0; i < 2; i++) {
      x = graph.attention(4096, new Attention(4096, 1024, 1024, 4096, false), attending, x);
      x = graph.feedForward(4096, 14336, x);
    }

    assertEquals(mib, graph.bytes() / MIB, WITH_LOGITS_OF_ONE_TOKEN);
  }

  /** The third line is the 116.01 MiB of the log of Qwen3-Coder-30B at 32768 tokens. */
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 512, 768, 8, 512, 512, 84.51",
    "4096, 8192, 512, 1536, 8, 512, 512, 168.51",
    "2048, 4096, 512, 768, 8, 32768, 512, 116.01",
    "2048, 4096, 512, 768, 8, 4096, 2048, 352.04",
    "2048, 4096, 256, 512, 8, 512, 512, 72.51",
    "7168, 16384, 16384, 2048, 8, 512, 512, 268.51",
    "4096, 4096, 1024, 14336, 2, 512, 512, 192.51",
    "2048, 4096, 512, 512, 10, 512, 512, 86.51"
  })
  void experts(
      int hidden, int query, int kv, int size, int used, int context, int tokens, double mib) {
    LayerGraph graph = new LayerGraph(tokens);
    int x = graph.hidden(hidden);
    Attending attending = new Attending(mask(graph, context, tokens), 0, 0);
    for (int i = 0; i < 2; i++) {
      x = graph.attention(hidden, new Attention(query, kv, kv, query, false), attending, x);
      x = graph.experts(hidden, new Experts(32, used, size, 0, 0), x);
    }

    assertEquals(mib, graph.bytes() / MIB, WITH_LOGITS_OF_ONE_TOKEN);
  }

  /** Qwen3.6 27B in build; llama-bench says 132 for it with a mask of 8 MiB and its own logits. */
  @ParameterizedTest
  @CsvSource({"512, 512, 122.52", "8192, 512, 130.02", "8192, 2048, 520.06"})
  void recurrent(int context, int tokens, double mib) {
    LayerGraph graph = new LayerGraph(tokens);
    int x = graph.hidden(5120);
    Attending attending = new Attending(mask(graph, context, tokens), 0, 0);
    Recurrent layer = new Recurrent(10240, 2048, 6144, 128L * 6144 * 4, 3L * 10240 * 4);
    for (int i = 0; i < 4; i++) {
      x =
          i == 3
              ? graph.attention(5120, new Attention(6144, 1024, 1024, 6144, true), attending, x)
              : graph.recurrent(5120, layer, x);
      x = graph.feedForward(5120, 17408, x);
    }

    assertEquals(mib, graph.bytes() / MIB, WITH_LOGITS_OF_ONE_TOKEN);
  }

  /** DeepSeek V3 (128 heads) and Kimi K2 (64). */
  @ParameterizedTest
  @CsvSource({"128, 512, 367.51", "128, 32768, 399.01", "64, 512, 252.51"})
  void latent(int heads, int context, double mib) {
    LayerGraph graph = new LayerGraph(512);
    int x = graph.hidden(7168);
    Attending attending = new Attending(mask(graph, context, 512), 0, 0);
    for (int i = 0; i < 3; i++) {
      Latent layer = new Latent(heads, 1536, 512, 64, 128, 128);
      x = graph.latentAttention(7168, layer, attending, x);
      x =
          i == 0
              ? graph.feedForward(7168, 18432, x)
              : graph.experts(7168, new Experts(8, 8, 2048, 2048, 0), x);
    }

    assertEquals(mib, graph.bytes() / MIB, WITH_LOGITS_OF_ONE_TOKEN);
  }
}
