package dev.gpuadvisor.slack.line;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What settings of trainers are called in sentences about fine-tuning, and what they say. */
final class TuningPhrases {

  /** {@code gradient accumulation 8}, {@code accumulation steps of 8}. */
  private static final Pattern ACCUMULATION =
      Pattern.compile("(?:grad(?:ient)?s? )?accum(?:ulation)?(?: steps?)?(?: of| de|:)? ([0-9]+)");

  private static final Map<String, String> MEANT =
      Stream.of(
              meaning(
                  "packing=true", "packing,sample packing,with packing,packed,packed sequences"),
              meaning("fused_loss=true", "liger,liger kernel,liger kernels,with liger,fused loss"),
              meaning(
                  "lora_targets=all",
                  "all-linear,all linear,all linear layers,target modules all-linear,"
                      + "target all-linear,targets all-linear,target modules all linear"),
              meaning("lora_targets=attention", "attention only,attention layers"),
              meaning(
                  "offload=parameters",
                  "cpu offload,cpu offloading,cpu-offload,with cpu offload,offload to cpu"),
              meaning("offload=optimizer", "optimizer offload,offload optimizer"),
              meaning("task=orpo", "orpo"),
              meaning("task=kto", "kto"),
              meaning("task=simpo", "simpo"),
              meaning("task=rloo", "rloo"),
              meaning("task=gspo", "gspo"),
              meaning("task=dapo", "dapo"),
              meaning(
                  "task=reward", "reward model,reward modeling,reward modelling,a reward model"),
              meaning("task=distillation", "distillation,distill"),
              meaning(
                  "task=qat",
                  "qat,quantization aware,quantization-aware,quantization aware training,"
                      + "quantization-aware training"),
              meaning("optimizer=muon", "muon"),
              meaning("optimizer=galore", "galore"),
              meaning("optimizer=lion", "lion"),
              meaning("optimizer=apollo", "apollo"),
              meaning("optimizer=lomo", "lomo"),
              meaning(
                  "optimizer=in-backward",
                  "optimizer in backward,optimizer-in-backward,optimizer in bwd"))
          .flatMap(each -> each)
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private TuningPhrases() {}

  private static Stream<Map.Entry<String, String>> meaning(String setting, String phrases) {
    return Arrays.stream(phrases.split(",")).map(phrase -> Map.entry(phrase, setting));
  }

  /**
   * @param phrase in lower case
   * @return null where it says nothing of a run
   */
  static String meant(String phrase) {
    Matcher accumulated = ACCUMULATION.matcher(phrase);
    return accumulated.matches()
        ? "gradient_accumulation=" + accumulated.group(1)
        : MEANT.get(phrase);
  }
}
