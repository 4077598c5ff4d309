package dev.gpuadvisor.hub;

import dev.gpuadvisor.catalog.GgufType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the start of a GGUF file says: the sizes of the model, and the types of its tensors where
 * they come soon enough. Before the tensors lies the vocabulary, which large models have megabytes
 * of: their headers are read up to there.
 *
 * <p>Source: docs/gguf.md and src/gguf-py of ggml-org, version 3 of the format.
 */
final class GgufHeader {

  /** As much of a file as is asked for. */
  static final int MOST_BYTES = 3 << 20;

  private static final long MAGIC = 0x46554747L; // "GGUF"
  private static final int MOST_VALUES = 4_096;
  private static final int MOST_TENSORS = 100_000;
  private static final int LONGEST_NAME = 256;
  private static final int MOST_ITEMS = 512;
  private static final int MOST_DIMENSIONS = 4;
  private static final long LARGEST = 1L << 46;

  /** Vocabularies up to this size leave room for what follows. */
  private static final int SMALL_VOCABULARY = 64_000;

  /** What a token takes in the header, by what files have: itself, its type and its merges. */
  private static final int BYTES_OF_A_TOKEN = 36;

  private static final int BYTES_OF_A_TENSOR = 70;

  private static final Map<Long, GgufType> TYPES =
      Map.ofEntries(
          Map.entry(0L, GgufType.F32),
          Map.entry(1L, GgufType.F16),
          Map.entry(2L, GgufType.Q4_0),
          Map.entry(3L, GgufType.Q4_1),
          Map.entry(6L, GgufType.Q5_0),
          Map.entry(7L, GgufType.Q5_1),
          Map.entry(8L, GgufType.Q8_0),
          Map.entry(10L, GgufType.Q2_K),
          Map.entry(11L, GgufType.Q3_K),
          Map.entry(12L, GgufType.Q4_K),
          Map.entry(13L, GgufType.Q5_K),
          Map.entry(14L, GgufType.Q6_K),
          Map.entry(16L, GgufType.IQ2_XXS),
          Map.entry(17L, GgufType.IQ2_XS),
          Map.entry(18L, GgufType.IQ3_XXS),
          Map.entry(19L, GgufType.IQ1_S),
          Map.entry(20L, GgufType.IQ4_NL),
          Map.entry(21L, GgufType.IQ3_S),
          Map.entry(22L, GgufType.IQ2_S),
          Map.entry(23L, GgufType.IQ4_XS),
          Map.entry(29L, GgufType.IQ1_M),
          Map.entry(30L, GgufType.BF16),
          Map.entry(39L, GgufType.MXFP4));

  private final GgufInput in;
  private final Map<String, List<Long>> numbers = new HashMap<>();
  private String architecture = "";
  private long vocabulary;
  private long bytes;
  private long length;
  private boolean whole;
  private boolean hasHead;

  private GgufHeader(InputStream file) {
    this.in = new GgufInput(file);
  }

  /**
   * @throws IOException where it is none
   */
  static GgufHeader read(InputStream file) throws IOException {
    GgufHeader header = new GgufHeader(file);
    try {
      header.read();
    } catch (ArithmeticException e) {
      throw new IOException("A size that none has", e);
    }
    return header;
  }

  private void read() throws IOException {
    if (in.number(Integer.BYTES) != MAGIC) {
      throw new IOException("Not a GGUF file");
    }
    in.count(Integer.BYTES, 3);
    long tensors = in.count(Long.BYTES, MOST_TENSORS);
    long values = in.count(Long.BYTES, MOST_VALUES);
    for (long i = 0; i < values; i++) {
      String name = in.text(LONGEST_NAME);
      int type = in.type();
      if (name.equals("tokenizer.ggml.tokens") && type == GgufInput.ARRAY) {
        int of = in.type();
        vocabulary = in.count(Long.BYTES, Integer.MAX_VALUE);
        if (vocabulary > SMALL_VOCABULARY) {
          length = in.position() + vocabulary * BYTES_OF_A_TOKEN + tensors * BYTES_OF_A_TENSOR;
          return;
        }
        in.skipItems(of, vocabulary);
      } else {
        readValue(name, type);
      }
    }
    for (long i = 0; i < tensors; i++) {
      readTensor();
    }
    length = in.position();
    whole = tensors > 0;
  }

  private void readValue(String name, int type) throws IOException {
    if (name.equals("general.architecture") && type == GgufInput.STRING) {
      architecture = in.text(LONGEST_NAME);
    } else if (type == GgufInput.ARRAY) {
      readItems(name);
    } else if (GgufInput.isWhole(type)) {
      numbers.put(name, List.of(in.number(GgufInput.bytes(type))));
    } else {
      in.skipValue(type);
    }
  }

  /** Lists of one number for each layer. */
  private void readItems(String name) throws IOException {
    int of = in.type();
    long count = in.count(Long.BYTES, Integer.MAX_VALUE);
    if (!GgufInput.isWhole(of) || count > MOST_ITEMS) {
      in.skipItems(of, count);
      return;
    }
    List<Long> items = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      items.add(in.number(GgufInput.bytes(of)));
    }
    numbers.put(name, items);
  }

  private void readTensor() throws IOException {
    String name = in.text(LONGEST_NAME);
    int dimensions = (int) in.count(Integer.BYTES, MOST_DIMENSIONS);
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      elements = Math.multiplyExact(elements, in.count(Long.BYTES, LARGEST));
    }
    GgufType type = TYPES.get(in.number(Integer.BYTES));
    if (type == null || elements > LARGEST) {
      throw new IOException("A tensor that none is");
    }
    in.skip(Long.BYTES); // where it begins
    bytes = Math.addExact(bytes, Math.round(elements * type.bits() / Byte.SIZE));
    hasHead |= name.equals("output.weight");
  }

  /** {@code qwen3moe}; empty where it does not say. */
  String architecture() {
    return architecture;
  }

  /** A number, or one for each layer, by its name without the architecture's. */
  Optional<List<Long>> numbers(String name) {
    return Optional.ofNullable(numbers.get(architecture + "." + name));
  }

  /** Tokens; 0 where it does not say. */
  long vocabulary() {
    return vocabulary;
  }

  /** Bytes of all its tensors; 0 where its tensors were not reached. */
  long tensorBytes() {
    return whole ? bytes : 0;
  }

  /** Bytes of the header, or about as many. */
  long length() {
    return length;
  }

  /** Whether head and embeddings are one table; empty where its tensors were not reached. */
  Optional<Boolean> isTied() {
    return whole ? Optional.of(!hasHead) : Optional.empty();
  }
}
