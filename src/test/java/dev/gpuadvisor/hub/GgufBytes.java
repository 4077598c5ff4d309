package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes the header of a GGUF file. */
final class GgufBytes {

  static final int F32 = 0;
  static final int Q4_K = 12;
  static final int Q6_K = 14;

  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
  private int valueCount;
  private int tensorCount;

  GgufBytes text(String name, String value) {
    key(name, 8);
    string(values, value);
    return this;
  }

  GgufBytes number(String name, long value) {
    key(name, 4);
    number(values, value, 4);
    return this;
  }

  GgufBytes decimal(String name, float value) {
    key(name, 6);
    number(values, Float.floatToIntBits(value), 4);
    return this;
  }

  /** A vocabulary; what comes after it is cut off where it is large. */
  GgufBytes tokens(int count) {
    key("tokenizer.ggml.tokens", 9);
    number(values, 8, 4);
    number(values, count, 8);
    for (int i = 0; i < count; i++) {
      string(values, "token" + i % 100);
    }
    return this;
  }

  GgufBytes tensor(String name, int type, long... sizes) {
    string(tensors, name);
    number(tensors, sizes.length, 4);
    for (long size : sizes) {
      number(tensors, size, 8);
    }
    number(tensors, type, 4);
    number(tensors, 0, 8);
    tensorCount++;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("GGUF".getBytes(UTF_8));
    number(file, 3, 4);
    number(file, tensorCount, 8);
    number(file, valueCount, 8);
    file.writeBytes(values.toByteArray());
    file.writeBytes(tensors.toByteArray());
    return file.toByteArray();
  }

  /** Llama 3.1 8B, whose vocabulary is large. */
  static GgufBytes llama() {
    return sizes("llama", 32, 4096, 14336, 32, 8, 131072)
        .number("llama.vocab_size", 128256)
        .tokens(128256);
  }

  /** Mistral 7B in Q4_K_M, tensor by tensor as llama.cpp quantizes it. */
  static GgufBytes mistral() {
    GgufBytes file = sizes("llama", 32, 4096, 14336, 32, 8, 32768).tokens(32000);
    file.tensor("token_embd.weight", Q4_K, 4096, 32000);
    file.tensor("output.weight", Q6_K, 4096, 32000).tensor("output_norm.weight", F32, 4096);
    for (int i = 0; i < 32; i++) {
      String layer = "blk." + i + ".";
      int more = i < 4 || i >= 28 || (i - 4) % 3 == 2 ? Q6_K : Q4_K;
      file.tensor(layer + "attn_norm.weight", F32, 4096)
          .tensor(layer + "ffn_norm.weight", F32, 4096)
          .tensor(layer + "attn_q.weight", Q4_K, 4096, 4096)
          .tensor(layer + "attn_k.weight", Q4_K, 4096, 1024)
          .tensor(layer + "attn_v.weight", more, 4096, 1024)
          .tensor(layer + "attn_output.weight", Q4_K, 4096, 4096)
          .tensor(layer + "ffn_gate.weight", Q4_K, 4096, 14336)
          .tensor(layer + "ffn_up.weight", Q4_K, 4096, 14336)
          .tensor(layer + "ffn_down.weight", more, 14336, 4096);
    }
    return file;
  }

  static GgufBytes sizes(
      String name, int layers, int hidden, int inner, int heads, int kvHeads, int context) {
    return new GgufBytes()
        .text("general.architecture", name)
        .text("general.name", "A model")
        .number(name + ".block_count", layers)
        .number(name + ".context_length", context)
        .number(name + ".embedding_length", hidden)
        .number(name + ".feed_forward_length", inner)
        .number(name + ".attention.head_count", heads)
        .number(name + ".attention.head_count_kv", kvHeads)
        .decimal(name + ".rope.freq_base", 500000);
  }

  private void key(String name, int type) {
    string(values, name);
    number(values, type, 4);
    valueCount++;
  }

  private static void string(ByteArrayOutputStream to, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    number(to, bytes.length, 8);
    to.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream to, long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      to.write((int) (number >> Byte.SIZE * i) & 0xff);
    }
  }
}
