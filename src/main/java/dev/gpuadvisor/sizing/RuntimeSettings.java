package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.PagedCache;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a server is started, as far as the caller says; what is empty is the runtime's own default.
 *
 * @param gpuMemoryUtilization vLLM: share of each GPU's memory that it takes
 * @param maxNumSeqs vLLM: sequences of one step at most
 * @param maxNumBatchedTokens vLLM: tokens of one step at most
 * @param parallel how several GPUs share the model
 * @param eager vLLM: whether it runs without captured graphs
 * @param textOnly vLLM: whether it serves a model that sees or hears as one of text
 * @param prefixCaching vLLM: whether prefixes are kept; empty is the release's own default
 * @param llamaCpp what only llama.cpp has
 * @param speculation what drafts tokens ahead; empty where nothing does
 * @param measuredMore bytes of one GPU that a log says are taken beyond the estimate
 */
public record RuntimeSettings(
    OptionalDouble gpuMemoryUtilization,
    OptionalInt maxNumSeqs,
    OptionalInt maxNumBatchedTokens,
    Parallel parallel,
    boolean eager,
    boolean textOnly,
    Optional<Boolean> prefixCaching,
    LlamaCppSettings llamaCpp,
    Optional<Speculation> speculation,
    long measuredMore) {

  /** Everything as the runtime has it. */
  public static final RuntimeSettings DEFAULT =
      new RuntimeSettings(
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Parallel.TENSOR,
          false,
          false,
          Optional.empty(),
          LlamaCppSettings.DEFAULT,
          Optional.empty(),
          0);

  public RuntimeSettings withUtilization(double share) {
    return started(OptionalDouble.of(share), maxNumSeqs, maxNumBatchedTokens, parallel, eager);
  }

  public RuntimeSettings withSequences(int sequences) {
    return started(
        gpuMemoryUtilization, OptionalInt.of(sequences), maxNumBatchedTokens, parallel, eager);
  }

  public RuntimeSettings withTokens(int tokens) {
    return started(gpuMemoryUtilization, maxNumSeqs, OptionalInt.of(tokens), parallel, eager);
  }

  public RuntimeSettings withParallel(Parallel other) {
    return started(gpuMemoryUtilization, maxNumSeqs, maxNumBatchedTokens, other, eager);
  }

  public RuntimeSettings withoutGraphs() {
    return started(gpuMemoryUtilization, maxNumSeqs, maxNumBatchedTokens, parallel, true);
  }

  public RuntimeSettings withTextOnly() {
    return new RuntimeSettings(
        gpuMemoryUtilization,
        maxNumSeqs,
        maxNumBatchedTokens,
        parallel,
        eager,
        true,
        prefixCaching,
        llamaCpp,
        speculation,
        measuredMore);
  }

  /** With what is left to the runtime spelled out. */
  public RuntimeSettings withDefaults(double share, int sequences, int tokens) {
    return started(
        OptionalDouble.of(share),
        OptionalInt.of(sequences),
        OptionalInt.of(tokens),
        parallel,
        eager);
  }

  public RuntimeSettings withSpeculation(Optional<Speculation> other) {
    return beside(other, measuredMore);
  }

  /** Corrected by what was measured. */
  public RuntimeSettings withMeasured(long more) {
    return beside(speculation, more);
  }

  /** vLLM's cache as it is with these. */
  public PagedCache cache(PagedCache usual) {
    return usual.with(prefixCaching, speculation.map(Speculation::tokens).orElse(0));
  }

  /** The same but for what vLLM is started with. */
  private RuntimeSettings started(
      OptionalDouble share,
      OptionalInt sequences,
      OptionalInt tokens,
      Parallel layout,
      boolean withoutGraphs) {
    return new RuntimeSettings(
        share,
        sequences,
        tokens,
        layout,
        withoutGraphs,
        textOnly,
        prefixCaching,
        llamaCpp,
        speculation,
        measuredMore);
  }

  /** The same but for what takes memory beside the model. */
  private RuntimeSettings beside(Optional<Speculation> drafting, long measured) {
    return new RuntimeSettings(
        gpuMemoryUtilization,
        maxNumSeqs,
        maxNumBatchedTokens,
        parallel,
        eager,
        textOnly,
        prefixCaching,
        llamaCpp,
        drafting,
        measured);
  }
}
