package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the base of a fine-tuning run may be stored in. Of a quantized base a family's name means
 * what is made of the published weights while they are loaded, whatever else is published: that is
 * QLoRA (Dettmers et al. 2023), and what the trainers' examples do. Others are taken where they are
 * named.
 */
public final class TuningFormats {

  private static final List<String> SIXTEEN_BIT = List.of("bf16", "fp16");
  private static final List<String> QUANTIZED = List.of("nf4", "int8");
  private static final List<String> QUANTIZED_BEFORE = List.of("gptq-int4", "awq", "gptq-int8");

  private TuningFormats() {}

  /** By family. */
  public static Map<String, List<Quantization>> of(
      TuningMethod method, NameIndex<Quantization> quantizations) {
    List<String> ids = method == TuningMethod.QLORA ? QUANTIZED : SIXTEEN_BIT;
    Map<String, List<Quantization>> byFamily = new LinkedHashMap<>();
    for (String id : ids) {
      Quantization format = quantizations.find(id).orElseThrow();
      byFamily.merge(format.family(), List.of(format), TuningFormats::joined);
    }
    return byFamily;
  }

  /** Those that are taken where they are named. */
  public static List<Quantization> besides(
      TuningMethod method, NameIndex<Quantization> quantizations) {
    List<String> ids = method == TuningMethod.QLORA ? QUANTIZED_BEFORE : List.of();
    return ids.stream().map(id -> quantizations.find(id).orElseThrow()).toList();
  }

  private static List<Quantization> joined(List<Quantization> some, List<Quantization> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
