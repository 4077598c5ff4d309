package dev.gpuadvisor.lexicon;

import java.util.Locale;

/** Kinds of things that people ask about and that are not covered: by what they are. */
public enum Uncovered {
  TPU,
  /** Inferentia and Trainium. */
  AWS_ACCELERATOR,
  GAUDI,
  ASCEND,
  APPLE,
  INTEL_GPU,
  /** Machines whose GPU shares the memory of the processor. */
  UNIFIED_MEMORY,
  CPU,
  /** GPUs of several makers in one machine. */
  MIXED_MAKERS,
  OTHER_ACCELERATOR,
  /** GPUs that no current runtime supports. */
  TOO_OLD,
  /** Models whose weights nobody can have. */
  CLOSED_MODEL,
  IMAGE_MODEL,
  VIDEO_MODEL,
  SPEECH_MODEL,
  RERANKER,
  EMBEDDING_MODEL,
  /** Small models that only guess ahead for a larger one. */
  DRAFTER,
  /** Models that write all tokens of a text at once, over and over. */
  DIFFUSION_LANGUAGE_MODEL,
  /** Models that read with one half and write with the other. */
  ENCODER_DECODER,
  /** Models that look and do not write. */
  VISION_MODEL,
  MLX,
  EXLLAMA,
  EXL,
  OTHER_RUNTIME,
  EMBEDDING_SERVER,
  /** Services that sell tokens, not machines. */
  HOSTED_API,
  FP32,
  OTHER_FORMAT,
  OTHER_PROVIDER;

  /** {@code image_model}: the end of the key of its sentence. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
