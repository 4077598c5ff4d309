package dev.gpuadvisor.sizing;

import dev.gpuadvisor.catalog.NameIndex;
import dev.gpuadvisor.catalog.Quantization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the base of a fine-tuning run may be stored in, by family: the first of each is what the
 * family's name means.
 */
public final class TuningFormats {

  private static final List<String> SIXTEEN_BIT = List.of("bf16", "fp16");

  /** NF4 first: it is what QLoRA was made with (Dettmers et al. 2023). */
  private static final List<String> QUANTIZED =
      List.of("nf4", "gptq-int4", "awq", "int8", "gptq-int8");

  private TuningFormats() {}

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

  private static List<Quantization> joined(List<Quantization> some, List<Quantization> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
