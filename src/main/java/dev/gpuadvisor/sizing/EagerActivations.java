package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.Matrices;
import dev.gpuadvisor.catalog.Matrix;
import dev.gpuadvisor.catalog.MemoryProfile.Eager;
import dev.gpuadvisor.catalog.MemoryProfile.PromptActivations;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.Quantization;
import java.util.List;

/**
 * The peak of a framework that allocates while it runs is the largest of three moments:
 *
 * <ul>
 *   <li>generating the last token: the whole cache, as often as it exists then;
 *   <li>reading the prompt: its activations, but only its own part of the cache;
 *   <li>loading: a second head, but no cache at all.
 * </ul>
 *
 * @param fixedBytes there at all three moments
 * @param bytesPerPromptToken activations of a token that is read
 * @param bytesPerKeptToken what stays for each token of the prompt, or of the output if that is
 *     longer
 * @param loadingBytes a head that exists only while the model loads
 * @param hasLogits whether each token of the prompt has its logits
 */
record EagerActivations(
    Workload workload,
    long fixedBytes,
    long bytesPerPromptToken,
    long bytesPerKeptToken,
    long loadingBytes,
    int cacheCopies,
    boolean hasLogits)
    implements Activations {

  private static final long MIB = 1L << 20;
  private static final int BYTES_16_BIT = 2;

  static EagerActivations of(Eager eager, Workload workload, Quantization format) {
    Model model = workload.model();
    boolean loadsHead = model.tiedEmbeddings() && eager.loadingHeadCopy().contains(format);
    return new EagerActivations(
        workload,
        fixedBytes(eager, model, format),
        bytesPerPromptToken(eager.promptActivations(), model),
        eager.keptPositions().contains(format) ? model.layers() * positionBytes(model) : 0,
        loadsHead ? model.embeddingTableParameters() * BYTES_16_BIT : 0,
        eager.cacheCopies(),
        eager.promptActivations().bytesPerLogit() > 0);
  }

  @Override
  public long bytes(Tokens tokens, long cacheBytes) {
    long sequences = tokens.concurrency();
    long prompt = tokens.promptTokens();
    long kept = Math.max(prompt, tokens.outputTokens()) * bytesPerKeptToken * sequences;
    long generating = (cacheCopies - 1) * cacheBytes + kept;
    long promptCache = KvCache.ofSequence(workload, tokens.promptTokens()).total() * sequences;
    long reading = prompt * bytesPerPromptToken * sequences + promptCache - cacheBytes;
    return fixedBytes + Math.max(Math.max(generating, reading), loadingBytes - cacheBytes);
  }

  @Override
  public boolean growWithVocabulary() {
    return hasLogits;
  }

  private static long fixedBytes(Eager eager, Model model, Quantization format) {
    List<Matrix> matrices = Matrices.of(model);
    long bytes = eager.baseMib() * MIB;
    if (eager.positionTables()) {
      bytes += model.layers() * positionBytes(model) * model.maxContext();
    }
    if (eager.roundsTensors()) {
      bytes += AllocatorRounding.bytes(model, matrices, format);
    }
    if (eager.scratchMatrix().contains(format)) {
      bytes += Matrices.largest(matrices) * BYTES_16_BIT;
    }
    return bytes;
  }

  private static long bytesPerPromptToken(PromptActivations activations, Model model) {
    long elements =
        (long) activations.hiddenVectors() * model.hiddenSize()
            + (long) activations.feedForwardVectors() * model.activeFeedForwardSize();
    long logits = (long) activations.bytesPerLogit() * model.vocabulary();
    return elements * BYTES_16_BIT + logits;
  }

  /** Cosines and sines of one token, in 16 bit. */
  private static long positionBytes(Model model) {
    return 2L * model.attention().rotaryDim() * BYTES_16_BIT;
  }
}
