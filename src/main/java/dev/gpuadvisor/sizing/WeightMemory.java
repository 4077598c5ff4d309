package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.MixtureOfExperts;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.catalog.Quantization.Scope;
import dev.gpuadvisor.sizing.llamacpp.GgufWeights;

/**
 * Bytes of the weights.
 *
 * <p>Most formats keep embeddings and language-model head in 16 bit; that is what rules of thumb
 * ("parameters times bits") leave out, and why they are too low for 4 bit by a third.
 *
 * @param quantized bytes of the weights in the format's own bits, scales and zero points included
 * @param others bytes of those in the layers that stay in 16 bit
 * @param head bytes of the language-model head, also where it is the embedding table
 * @param embeddings bytes of the embedding table where the head is a table of its own, and of
 *     tables that are looked up besides
 * @param tablesInSixteenBit whether head and embeddings are stored so
 */
public record WeightMemory(
    long quantized, long others, long head, long embeddings, boolean tablesInSixteenBit) {

  private static final int BYTES_16_BIT = 2;
  private static final int BYTES_32_BIT = 4;

  /** All weights, those of a vision encoder too, which no format quantizes. */
  public static WeightMemory resident(Model model, Quantization format) {
    WeightMemory text = of(model, format, 1.0);
    long others = text.others + model.visionParameters() * bytesOfTables(format);
    WeightMemory all =
        new WeightMemory(
            text.quantized, others, text.head, text.embeddings, text.tablesInSixteenBit);
    long stored = model.storedBytes(format.id());
    return stored == 0 || format.gguf().isPresent() ? all : all.withTotal(stored);
  }

  /** The same with as many bytes as files hold: what is not tables is what they leave. */
  private WeightMemory withTotal(long bytes) {
    long linear = Math.max(0, bytes - tables());
    long ofOthers = Math.min(others, linear);
    return new WeightMemory(linear - ofOthers, ofOthers, head, embeddings, tablesInSixteenBit);
  }

  /**
   * What one step reads: the active weights, and of the two tables only the head (of the embeddings
   * some rows).
   *
   * @param sequences of the step: the more there are, the more experts they use between them
   */
  public static WeightMemory read(Model model, Quantization format, int sequences) {
    double share = model.experts().map(experts -> usedShare(experts, sequences)).orElse(1.0);
    return of(model, format, share).withoutEmbeddings();
  }

  /** Share of the routed experts that so many tokens use, were each to choose at random. */
  private static double usedShare(MixtureOfExperts experts, int tokens) {
    return 1 - Math.pow(1 - experts.activeShare(), tokens);
  }

  public long total() {
    return quantized + others + head + embeddings;
  }

  /** Bytes of the two tables. */
  long tables() {
    return head + embeddings;
  }

  long sixteenBit() {
    return others + (tablesInSixteenBit ? tables() : 0);
  }

  WeightMemory withoutEmbeddings() {
    return new WeightMemory(quantized, others, head, 0, tablesInSixteenBit);
  }

  /** The same with a head of its own, as a copy of the embedding table in 16 bit. */
  WeightMemory withHeadCopy(Model model) {
    long copy = model.embeddingTableParameters() * BYTES_16_BIT;
    return new WeightMemory(quantized, others, head, embeddings + copy, tablesInSixteenBit);
  }

  /** The same with more for each quantized weight: kernels may round matrices up. */
  public WeightMemory withQuantized(double times) {
    return new WeightMemory(
        Math.round(quantized * times), others, head, embeddings, tablesInSixteenBit);
  }

  /** The same beside other weights. */
  WeightMemory withOthers(long bytes) {
    return new WeightMemory(quantized, others + bytes, head, embeddings, tablesInSixteenBit);
  }

  /** A share of everything, or several copies. */
  public WeightMemory times(double share) {
    return share == 1
        ? this
        : new WeightMemory(
            Math.round(quantized * share),
            Math.round(others * share),
            Math.round(head * share),
            Math.round(embeddings * share),
            tablesInSixteenBit);
  }

  /** Weights of a GGUF file. */
  static WeightMemory of(GgufWeights file) {
    return new WeightMemory(
        file.layers(), 0, file.head(), file.embeddings() + file.lookup(), false);
  }

  private static WeightMemory of(Model model, Quantization format, double expertShare) {
    if (format.gguf().isPresent()) {
      return of(
          expertShare < 1
              ? GgufWeights.of(model, format.gguf().get(), expertShare)
              : GgufWeights.of(model, format));
    }
    long experts = Math.round(model.expertParameters() * expertShare);
    long linear = model.linearParameters() - model.expertParameters() + experts;
    long quantized =
        switch (format.scope()) {
          case LINEAR -> Math.max(0, linear - model.keptIn16Bit(format.id()));
          case EXPERTS, EXPERTS_REST_8BIT ->
              model.experts().isPresent()
                  ? experts
                  : Math.max(0, linear - model.keptIn16Bit(format.id()));
          case ALL -> linear;
        };
    long table = model.embeddingTableParameters() * bytesOfTables(format);
    long embeddings = model.tiedEmbeddings() ? 0 : table;
    return new WeightMemory(
        bytes(quantized, model.bitsPerWeight(format)),
        (linear - quantized) * bytesOfOthers(format),
        table,
        embeddings + model.totals().lookup() * bytesOfTables(format),
        format.scope() != Scope.ALL);
  }

  /** Of the layers that a format does not quantize. */
  private static int bytesOfOthers(Quantization format) {
    return format.scope() == Scope.EXPERTS_REST_8BIT ? 1 : BYTES_16_BIT;
  }

  /** Of what no format quantizes, but a wider type is wider for. */
  private static int bytesOfTables(Quantization format) {
    return format.scope() == Scope.ALL ? BYTES_32_BIT : BYTES_16_BIT;
  }

  /** Bits are multiples of 1/32, and counts far below 2^47: the product is exact in a double. */
  private static long bytes(long parameters, double bits) {
    return (long) Math.ceil(parameters * bits / Byte.SIZE);
  }
}
