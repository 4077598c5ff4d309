package dev.gpuadvisor.parameter;

import dev.gpuadvisor.lexicon.Uncovered;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;

/** What is said of things that are not covered. */
public final class UncoveredText {

  private UncoveredText() {}

  /** What it is, and what to do instead. */
  public static Message of(Uncovered kind) {
    return switch (kind) {
      case TPU -> Msg.Uncovered.tpu();
      case AWS_ACCELERATOR -> Msg.Uncovered.awsAccelerator();
      case GAUDI -> Msg.Uncovered.gaudi();
      case ASCEND -> Msg.Uncovered.ascend();
      case APPLE -> Msg.Uncovered.apple();
      case INTEL_GPU -> Msg.Uncovered.intelGpu();
      case UNIFIED_MEMORY -> Msg.Uncovered.unifiedMemory();
      case CPU -> Msg.Uncovered.cpu();
      case MIXED_MAKERS -> Msg.Uncovered.mixedMakers();
      case OTHER_ACCELERATOR -> Msg.Uncovered.otherAccelerator();
      case TOO_OLD -> Msg.Uncovered.tooOld();
      case CLOSED_MODEL -> Msg.Uncovered.closedModel();
      case IMAGE_MODEL -> Msg.Uncovered.imageModel();
      case VIDEO_MODEL -> Msg.Uncovered.videoModel();
      case SPEECH_MODEL -> Msg.Uncovered.speechModel();
      case RERANKER -> Msg.Uncovered.reranker();
      case EMBEDDING_MODEL -> Msg.Uncovered.embeddingModel();
      case DRAFTER -> Msg.Uncovered.drafter();
      case DIFFUSION_LANGUAGE_MODEL -> Msg.Uncovered.diffusionLanguageModel();
      case ENCODER_DECODER -> Msg.Uncovered.encoderDecoder();
      case VISION_MODEL -> Msg.Uncovered.visionModel();
      case MLX -> Msg.Uncovered.mlx();
      case EXLLAMA, EXL -> Msg.Uncovered.exl();
      case OTHER_RUNTIME -> Msg.Uncovered.otherRuntime();
      case EMBEDDING_SERVER -> Msg.Uncovered.embeddingServer();
      case HOSTED_API -> Msg.Uncovered.hostedApi();
      case FP32 -> Msg.Uncovered.fp32();
      case OTHER_FORMAT -> Msg.Uncovered.otherFormat();
      case OTHER_PROVIDER -> Msg.Uncovered.otherProvider();
    };
  }
}
