package dev.gpuadvisor.hub;

import java.util.Set;

/** What the hub sorts models by. */
final class Pipelines {

  /** What no language model is for. */
  private static final Set<String> OTHERS =
      Set.of(
          "text-to-image",
          "image-to-image",
          "image-text-to-image",
          "text-to-video",
          "image-to-video",
          "video-to-video",
          "image-classification",
          "object-detection",
          "zero-shot-object-detection",
          "zero-shot-image-classification",
          "image-segmentation",
          "image-feature-extraction",
          "mask-generation",
          "keypoint-detection",
          "depth-estimation",
          "unconditional-image-generation",
          "video-classification",
          "text-to-speech",
          "text-to-audio",
          "audio-to-audio",
          "audio-classification",
          "voice-activity-detection",
          "text-to-3d",
          "image-to-3d",
          "tabular-classification",
          "tabular-regression",
          "time-series-forecasting",
          "reinforcement-learning",
          "robotics",
          "graph-ml");

  private Pipelines() {}

  static boolean isOther(String pipeline) {
    return OTHERS.contains(pipeline);
  }

  /** Those of which one architecture is understood, and the others look like language models. */
  static boolean isSpeech(String pipeline) {
    return pipeline.equals("automatic-speech-recognition");
  }
}
